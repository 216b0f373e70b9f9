package dev.homeport.sockets.source;

import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.platform.kernel.InterfaceNames;
import dev.homeport.platform.kernel.NetlinkDump;
import dev.homeport.platform.kernel.NetlinkSocket;
import dev.homeport.platform.kernel.SockDiagRequest;
import dev.homeport.reading.Allowance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Listening sockets of this process' network namespace from the kernel's sock_diag (sock_diag(7), DOMAIN 2.2): a dump
 * each for TCP and UDP, IPv4 and IPv6. A dump with the same bytes as the last is not even parsed.
 *
 * <p>Sockets that are bound without listening are asked for apart, more rarely, and not in the first reading: for these
 * the kernel goes through its table of all ports, connections included, which takes it milliseconds.
 */
final class SockDiagSocketSource implements SocketSource, AutoCloseable {

    static final String NAME = "sock-diag";

    private static final List<SockDiagRequest> LISTENERS = List.of(
            new SockDiagRequest(Protocol.TCP, IpFamily.IPV4, SockDiagRequest.LISTEN),
            new SockDiagRequest(Protocol.TCP, IpFamily.IPV6, SockDiagRequest.LISTEN),
            new SockDiagRequest(Protocol.UDP, IpFamily.IPV4, SockDiagRequest.UNCONNECTED),
            new SockDiagRequest(Protocol.UDP, IpFamily.IPV6, SockDiagRequest.UNCONNECTED));

    private static final List<SockDiagRequest> BOUND =
            List.of(new SockDiagRequest(Protocol.TCP, null, SockDiagRequest.BOUND_INACTIVE));

    private final Allowance forBound;
    private final Map<SockDiagRequest, Answer> answers = new LinkedHashMap<>();
    private @Nullable NetlinkSocket socket;
    private SocketTable last = new SocketTable(NAME, List.of(), List.of());

    /** @param names of the interfaces that its rows bear */
    private record Answer(NetlinkDump dump, List<SocketRow> rows, InterfaceNames names) {}

    SockDiagSocketSource(Allowance forBound) {
        this.forBound = forBound;
    }

    @Override
    public SocketTable read() throws IOException {
        try {
            boolean first = answers.isEmpty();
            boolean changed = ask(LISTENERS);
            if (!first && (forBound.isLeft() || changed && hasBound())) {
                long start = forBound.now();
                changed |= ask(BOUND);
                forBound.payFrom(start);
            }
            last = changed ? new SocketTable(NAME, rows(), List.of()) : last;
            return last;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Whether any answer differs from the last one. */
    private boolean ask(List<SockDiagRequest> requests) throws IOException {
        boolean changed = false;
        for (SockDiagRequest request : requests) {
            changed |= ask(request);
        }
        return changed;
    }

    private boolean ask(SockDiagRequest request) throws IOException {
        Answer before = answers.get(request);
        NetlinkDump dump = dump(request, before == null ? null : before.dump());
        if (before != null && before.dump() == dump && before.names().areTrueStill()) {
            return false;
        }
        InterfaceNames names = new InterfaceNames();
        SockDiagParser parser = new SockDiagParser(request.protocol(), names::nameOf);
        List<SocketRow> rows = parser.parse(dump.messages());
        if (before != null && lacksSome(rows, before.rows())) {
            rows = joined(rows, parser.parse(dump(request, null).messages()));
        }
        answers.put(request, new Answer(dump, rows, names));
        return true;
    }

    /** A socket that begins to listen, or that ends, is bound without listening no more. */
    private boolean hasBound() {
        return BOUND.stream()
                .map(answers::get)
                .anyMatch(answer -> answer != null && !answer.rows().isEmpty());
    }

    private NetlinkDump dump(SockDiagRequest request, @Nullable NetlinkDump before) throws IOException {
        if (socket == null) {
            socket = NetlinkSocket.open(NetlinkSocket.SOCK_DIAG);
        }
        return socket.steadyDump(request.bytes(), before);
    }

    private static boolean lacksSome(List<SocketRow> rows, List<SocketRow> before) {
        Set<Object> now = new HashSet<>();
        rows.forEach(row -> now.add(row.identity()));
        return !before.stream().map(SocketRow::identity).allMatch(now::contains);
    }

    /** A socket once, as its first row tells it. */
    private static List<SocketRow> joined(List<SocketRow> rows, List<SocketRow> others) {
        Map<Object, SocketRow> sockets = new LinkedHashMap<>();
        Stream.concat(rows.stream(), others.stream()).forEach(row -> sockets.putIfAbsent(row.identity(), row));
        return List.copyOf(sockets.values());
    }

    /** Listeners come first, so that a socket which began to listen since it was bound is a listener. */
    private List<SocketRow> rows() {
        List<SocketRow> listeners = new ArrayList<>();
        List<SocketRow> bound = new ArrayList<>();
        answers.forEach((request, answer) -> (LISTENERS.contains(request) ? listeners : bound).addAll(answer.rows()));
        return joined(listeners, bound);
    }

    @Override
    public void close() {
        answers.clear();
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
