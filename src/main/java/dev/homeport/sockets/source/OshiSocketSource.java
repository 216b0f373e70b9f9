package dev.homeport.sockets.source;

import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.platform.Limit;
import dev.homeport.platform.OsFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oshi.software.os.InternetProtocolStats;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/**
 * Listening sockets from OSHI's connection table: portable, but on Linux it walks every descriptor of the machine, names
 * one process for a shared socket and knows neither IPV6_V6ONLY nor backlog nor device. OSHI's sentinels end here: pid
 * −1 and 0, states that are null, empty arrays for wildcards, the 4 bytes of a macOS {@code tcp46} row.
 */
final class OshiSocketSource implements SocketSource {

    static final String NAME = "oshi";

    private final InternetProtocolStats stats;
    private final OsFamily osFamily;

    OshiSocketSource(InternetProtocolStats stats, OsFamily osFamily) {
        this.stats = stats;
        this.osFamily = osFamily;
    }

    @Override
    public SocketTable read() {
        List<SocketRow> rows = new ArrayList<>();
        for (IPConnection connection : stats.getConnections()) {
            row(connection).ifPresent(rows::add);
        }
        return new SocketTable(NAME, osFamily == OsFamily.MACOS ? joined(rows) : rows, List.of(limit()));
    }

    private Limit limit() {
        return new Limit(
                "Whether a socket on [::] also takes IPv4, its backlog and device, and further owners of a shared socket",
                "OSHI, from which the sockets are read, does not tell.",
                switch (osFamily) {
                    case LINUX -> "Look once: sudo ss -tulpne";
                    case MACOS -> "Look once: sudo lsof -nP -iTCP -sTCP:LISTEN";
                    default -> "Look once: netstat -ano";
                });
    }

    private Optional<SocketRow> row(IPConnection connection) {
        String type = connection.getType() == null ? "" : connection.getType();
        boolean tcp = type.startsWith("tcp");
        boolean waits =
                tcp ? connection.getState() == TcpState.LISTEN : type.startsWith("udp") && isUnconnected(connection);
        int port = connection.getLocalPort();
        byte[] bytes = connection.getLocalAddress();
        int length = bytes == null ? 0 : bytes.length;
        boolean readable = length == 0 || length == 4 || length == 16;
        if (!waits || !readable || port < 1 || port > 0xffff) {
            return Optional.empty();
        }
        IpAddress address = address(type, bytes);
        boolean dual = type.endsWith("46") && address.isUnspecified();
        Boolean v6only = dual ? Boolean.FALSE : SocketFamily.impliedV6only(address);
        int pid = connection.getowningProcessId();
        return Optional.of(new SocketRow(
                tcp ? Protocol.TCP : Protocol.UDP,
                true,
                SocketFamily.of(address, v6only),
                address,
                port,
                v6only,
                null,
                tcp && osFamily == OsFamily.LINUX ? new AcceptQueue(connection.getReceiveQueue(), null) : null,
                null,
                pid > 0 ? List.of(pid) : List.of()));
    }

    /** OSHI calls an unconnected UDP socket CLOSED on Linux, NONE or nothing elsewhere: only the peer tells. */
    private static boolean isUnconnected(IPConnection connection) {
        return connection.getState() != TcpState.ESTABLISHED && connection.getForeignPort() == 0;
    }

    /** A wildcard may come as no bytes at all, and a dual-stack one as IPv4's four. */
    private static IpAddress address(String type, byte @Nullable [] bytes) {
        IpAddress given = bytes == null || bytes.length == 0
                ? type.endsWith("4") ? IpAddress.ipv4(0) : IpAddress.ipv6(0, 0)
                : IpAddress.of(bytes);
        return type.endsWith("46") && given.isUnspecified() ? IpAddress.ipv6(0, 0) : given;
    }

    /** macOS lists a shared socket once for each process that holds it. */
    private static List<SocketRow> joined(List<SocketRow> rows) {
        Map<List<Object>, SocketRow> sockets = new LinkedHashMap<>();
        for (SocketRow row : rows) {
            List<Object> key = List.of(row.protocol(), row.family(), row.address(), row.port());
            sockets.merge(key, row, OshiSocketSource::join);
        }
        return List.copyOf(sockets.values());
    }

    private static SocketRow join(SocketRow one, SocketRow other) {
        List<Integer> pids = new ArrayList<>(one.pids());
        other.pids().stream().filter(pid -> !pids.contains(pid)).forEach(pids::add);
        return one.heldBy(pids);
    }
}
