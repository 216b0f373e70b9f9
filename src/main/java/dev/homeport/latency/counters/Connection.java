package dev.homeport.latency.counters;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.platform.NetlinkDump;
import dev.homeport.platform.NetlinkMessage;
import dev.homeport.platform.NetlinkSocket;
import dev.homeport.platform.SockDiagRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A TCP connection, as an {@code inet_diag_msg} tells it ({@code linux/inet_diag.h}).
 *
 * @param inode of its socket; 0 when no process has it any more
 */
record Connection(int state, IpAddress local, int localPort, IpAddress remote, int remotePort, long inode) {

    private static final int STATE = 1;
    private static final int LOCAL_PORT = 4;
    private static final int REMOTE_PORT = 6;
    private static final int LOCAL = 8;
    private static final int REMOTE = 24;
    private static final int INODE = 68;
    private static final int LENGTH = 72;

    /** Asks the kernel for those in some {@code states}: it goes through all sockets for that. */
    static List<Connection> ask(int states) throws IOException {
        List<Connection> all = new ArrayList<>();
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.SOCK_DIAG)) {
            for (IpFamily family : IpFamily.values()) {
                NetlinkDump dump = socket.dump(new SockDiagRequest(Protocol.TCP, family, states).bytes(), null);
                all.addAll(parse(dump.messages()));
            }
        }
        return all;
    }

    /** The connections in the answer to a dump; what is none is passed over. */
    static List<Connection> parse(ByteBuffer messages) {
        List<Connection> connections = new ArrayList<>();
        NetlinkMessage.forEach(messages, message -> of(message).ifPresent(connections::add));
        return connections;
    }

    private static Optional<Connection> of(NetlinkMessage message) {
        ByteBuffer row = message.payload();
        if (message.type() != SockDiagRequest.SOCK_DIAG_BY_FAMILY || row.limit() < LENGTH) {
            return Optional.empty();
        }
        ByteBuffer network = row.duplicate().order(ByteOrder.BIG_ENDIAN);
        boolean ipv4 = row.get(0) == SockDiagRequest.AF_INET;
        return Optional.of(new Connection(
                row.get(STATE),
                address(network, LOCAL, ipv4),
                Short.toUnsignedInt(network.getShort(LOCAL_PORT)),
                address(network, REMOTE, ipv4),
                Short.toUnsignedInt(network.getShort(REMOTE_PORT)),
                Integer.toUnsignedLong(row.getInt(INODE))));
    }

    /** Of the two families that a socket of IPv6 can serve, the one that it does. */
    private static IpAddress address(ByteBuffer row, int offset, boolean ipv4) {
        return ipv4
                ? IpAddress.ipv4(row.getInt(offset))
                : IpAddress.ipv6(row.getLong(offset), row.getLong(offset + Long.BYTES))
                        .unmapped();
    }
}
