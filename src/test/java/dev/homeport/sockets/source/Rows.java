package dev.homeport.sockets.source;

import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import java.util.Arrays;
import java.util.List;

/** Rows for tests of what is made of them. */
public final class Rows {

    private Rows() {}

    /** A row as OSHI tells it on Linux, without the kernel's own identity. */
    public static SocketRow oshi(Protocol protocol, String bind, int port, Integer... pids) {
        IpAddress address = IpAddress.parse(bind).orElseThrow();
        return new SocketRow(
                protocol,
                true,
                SocketFamily.of(address, null),
                address,
                port,
                null,
                null,
                protocol == Protocol.TCP ? new AcceptQueue(0, null) : null,
                null,
                Arrays.asList(pids));
    }

    /** A TCP row as sock_diag tells it. */
    public static SocketRow tcp(String bind, int port, SocketInode inode) {
        IpAddress address = IpAddress.parse(bind).orElseThrow();
        return new SocketRow(
                Protocol.TCP,
                true,
                SocketFamily.of(address, false),
                address,
                port,
                false,
                null,
                new AcceptQueue(0, 128),
                inode,
                List.of());
    }
}
