package dev.homeport.sockets;

import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listening socket as a source tells it, all sentinels ended.
 *
 * @param address the bind address as the system has it, perhaps mapped
 * @param v6only null where it cannot be known or does not apply
 * @param acceptQueue null where the source does not tell
 * @param pids the processes that hold it, as far as the source may see them
 */
record SocketRow(
        Protocol protocol,
        SocketFamily family,
        IpAddress address,
        int port,
        @Nullable Boolean v6only,
        @Nullable Integer acceptQueue,
        List<Integer> pids) {

    SocketRow {
        pids = List.copyOf(pids);
    }
}
