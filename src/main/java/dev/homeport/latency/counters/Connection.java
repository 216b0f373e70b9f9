package dev.homeport.latency.counters;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.platform.kernel.NetlinkDump;
import dev.homeport.platform.kernel.NetlinkSocket;
import dev.homeport.platform.kernel.SockDiagRequest;
import dev.homeport.platform.kernel.SockDiagRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A TCP connection, as sock_diag tells it.
 *
 * @param inode of its socket; 0 when no process has it any more
 */
record Connection(int state, IpAddress local, int localPort, IpAddress remote, int remotePort, long inode) {

    /** Asks the kernel for those in some {@code states}: it goes through all sockets for that. */
    static List<Connection> ask(int states) throws IOException {
        List<Connection> all = new ArrayList<>();
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.SOCK_DIAG)) {
            for (IpFamily family : IpFamily.values()) {
                NetlinkDump dump = socket.dump(new SockDiagRequest(Protocol.TCP, family, states).bytes(), null);
                SockDiagRow.forEach(dump.messages(), row -> all.add(of(row)));
            }
        }
        return all;
    }

    /** Of the two families that a socket of IPv6 can serve, the one that it does. */
    private static Connection of(SockDiagRow row) {
        return new Connection(
                row.state(),
                row.localAddress().unmapped(),
                row.localPort(),
                row.remoteAddress().unmapped(),
                row.remotePort(),
                row.inode());
    }
}
