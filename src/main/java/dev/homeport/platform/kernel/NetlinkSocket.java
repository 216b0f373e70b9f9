package dev.homeport.platform.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A netlink socket (netlink(7)) of the network namespace of the thread that opens it, through JNA: Java has no such
 * sockets. It sends a request for a dump and receives the answer. Used by one thread; after an error it must be closed,
 * since the rest of an answer may still come.
 */
public final class NetlinkSocket implements AutoCloseable {

    /** NETLINK_SOCK_DIAG: tables of sockets, sock_diag(7). */
    public static final int SOCK_DIAG = 4;

    /** NETLINK_NETFILTER: rules of the packet filter, {@code linux/netfilter/nfnetlink.h}. */
    public static final int NETFILTER = 12;

    /** NETLINK_ROUTE: interfaces, addresses and routes, rtnetlink(7). */
    public static final int ROUTE = 0;

    private static final Logger LOG = LoggerFactory.getLogger(NetlinkSocket.class);

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 02000000;
    private static final int SOL_NETLINK = 270;
    private static final int NETLINK_GET_STRICT_CHK = 12;
    private static final int MSG_TRUNC = 0x20;
    private static final int EINTR = 4;

    /** The kernel puts at most 32 KiB of a dump into one datagram. */
    private static final int DATAGRAM = 65_536;

    /** A kernel answers at once, or something is wrong with it. */
    private static final long PATIENCE_SECONDS = 2;

    private static final int ATTEMPTS = 3;

    private final int descriptor;
    private final Memory datagram = new Memory(DATAGRAM);

    private NetlinkSocket(int descriptor) {
        this.descriptor = descriptor;
    }

    /** @throws IOException when the system has no such sockets, or forbids them; its message says which */
    public static NetlinkSocket open(int protocol) throws IOException {
        try {
            NetlinkSocket socket = new NetlinkSocket(LibC.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, protocol));
            socket.prepare();
            return socket;
        } catch (LastErrorException e) {
            throw new IOException("A netlink socket cannot be opened: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new IOException("The C library cannot be called from here: " + e.getMessage(), e);
        }
    }

    /** Without its options it is of no use, and nobody would have it to close it. */
    private void prepare() {
        try {
            LibC.limitReceiving(descriptor, PATIENCE_SECONDS);
            filterStrictly();
        } catch (LastErrorException e) {
            close();
            throw e;
        }
    }

    /** Lets requests say which rows they want (a table of routes). Kernels before 4.20 send all, which does no harm. */
    private void filterStrictly() {
        Memory on = new Memory(Integer.BYTES);
        on.setInt(0, 1);
        try {
            LibC.setsockopt(descriptor, SOL_NETLINK, NETLINK_GET_STRICT_CHK, on, Integer.BYTES);
        } catch (LastErrorException e) {
            LOG.debug("This kernel does not filter its tables", e);
        }
    }

    /**
     * Sends {@code request}, one netlink message that asks for a dump, and receives all of the answer.
     *
     * @param before the last answer to the same request; returned itself when this one is the same, byte by byte
     * @throws IOException when the kernel refuses, answers in part, or not at all
     */
    public NetlinkDump dump(byte[] request, @Nullable NetlinkDump before) throws IOException {
        Memory message = new Memory(request.length);
        message.write(0, request, 0, request.length);
        NetlinkDump dump = new NetlinkDump(before);
        try {
            LibC.send(descriptor, message, new NativeLong(request.length), 0);
            while (!dump.isComplete()) {
                dump.add(receive());
            }
        } catch (LastErrorException e) {
            throw new IOException("The kernel's answer cannot be received: " + e.getMessage(), e);
        }
        return before != null && dump.isRepetition() ? before : dump;
    }

    /**
     * The same, asked again when the table changed meanwhile, a few times at most: rows may be lacking then, and what is
     * lacking would be news.
     */
    public NetlinkDump steadyDump(byte[] request, @Nullable NetlinkDump before) throws IOException {
        NetlinkDump dump = dump(request, before);
        for (int attempt = 1; attempt < ATTEMPTS && dump.wasInterrupted(); attempt++) {
            dump = dump(request, before);
        }
        return dump;
    }

    private ByteBuffer receive() throws IOException {
        long length = receiveUninterrupted();
        if (length > DATAGRAM) {
            throw new IOException("The kernel's answer was cut: a part has " + length + " bytes");
        }
        return datagram.getByteBuffer(0, length).order(ByteOrder.nativeOrder());
    }

    /** A signal to the thread, such as a profiler sends, ends the call early. */
    private long receiveUninterrupted() {
        while (true) {
            try {
                return LibC.recv(descriptor, datagram, new NativeLong(DATAGRAM), MSG_TRUNC)
                        .longValue();
            } catch (LastErrorException e) {
                if (e.getErrorCode() != EINTR) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        LibC.close(descriptor);
    }
}
