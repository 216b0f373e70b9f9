package dev.homeport.sockets.source;

import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listening socket as a source tells it, all sentinels ended.
 *
 * @param isListening false for a TCP socket that holds its port without listening (DOMAIN R1.42)
 * @param address the bind address as the system has it, perhaps mapped; a link-local one with its zone
 * @param v6only null where it cannot be known or does not apply
 * @param device the interface to which the socket is bound (SO_BINDTODEVICE); null where none is known
 * @param queue null where there is none or the source does not tell
 * @param inode null where the source does not tell
 * @param pids the processes that hold it, as far as the source itself tells
 */
public record SocketRow(
        Protocol protocol,
        boolean isListening,
        SocketFamily family,
        IpAddress address,
        int port,
        @Nullable Boolean v6only,
        @Nullable String device,
        @Nullable AcceptQueue queue,
        @Nullable SocketInode inode,
        List<Integer> pids) {

    public SocketRow {
        pids = List.copyOf(pids);
    }

    /** The same socket, held by {@code others}. */
    SocketRow heldBy(List<Integer> others) {
        return new SocketRow(protocol, isListening, family, address, port, v6only, device, queue, inode, others);
    }

    /** The same socket, with what {@code other}, another source's row of it, tells beyond it. */
    SocketRow completedBy(SocketRow other) {
        AcceptQueue known = queue == null || other.queue() == null
                ? queue
                : new AcceptQueue(queue.waiting(), other.queue().backlog());
        return new SocketRow(
                protocol,
                isListening,
                other.family(),
                other.address(),
                port,
                other.v6only(),
                other.device(),
                known,
                inode,
                pids);
    }

    /** What tells this socket from others in one table: the kernel's own identity of it, where that is known. */
    Object identity() {
        return inode != null && inode.cookie() != null
                ? inode.cookie()
                : List.of(protocol, address, port, inode == null ? List.of() : inode.number());
    }
}
