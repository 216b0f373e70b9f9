package dev.homeport.sockets;

import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LocalAddresses;
import dev.homeport.net.PortNames;
import dev.homeport.net.Protocol;
import dev.homeport.platform.Container;
import dev.homeport.platform.EphemeralPorts;
import dev.homeport.platform.Limit;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import dev.homeport.processes.ForwardTarget;
import dev.homeport.processes.Forwarder;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.source.AcceptQueue;
import dev.homeport.sockets.source.SocketFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Saved readings for tests of what is drawn from them. */
public final class Fixtures {

    public static final Instant TAKEN_AT = Instant.parse("2026-01-01T12:00:00Z");
    public static final Limit NOT_ROOT =
            new Limit("Owners of some sockets", "Homeport runs as user id 1000.", "Start it with sudo.");

    private static final LocalAddresses LOCAL = new LocalAddresses(
            Map.of(address("192.168.1.5"), "eth0", address("172.17.0.1"), "docker0"),
            Set.of(IpFamily.IPV4, IpFamily.IPV6));
    private static final PortNames PORT_NAMES = PortNames.iana();

    private Fixtures() {}

    /** A TCP socket held by {@code owner}. */
    public static ListeningSocket tcp(String bind, int port, Owner owner) {
        return socket(Protocol.TCP, bind, port, owner);
    }

    public static ListeningSocket tcp(String bind, int port, String process) {
        return tcp(bind, port, owner(process));
    }

    /** A TCP socket of a program that only forwards. */
    public static ListeningSocket forwarding(String bind, int port, String program, String target) {
        Forwarder forwarder =
                new Forwarder(program, "It only forwards.", Map.of(), ForwardTarget.parse(target), Set.of());
        return tcp(bind, port, visible(new ProcessDetails(70, program, "root", program, TAKEN_AT, null, forwarder)));
    }

    public static ListeningSocket udp(String bind, int port, String process) {
        return socket(Protocol.UDP, bind, port, owner(process));
    }

    private static ListeningSocket socket(Protocol protocol, String bind, int port, Owner owner) {
        IpAddress raw = address(bind);
        IpAddress address = raw.unmapped();
        boolean wildcard6 = address.family() == IpFamily.IPV6 && address.isUnspecified();
        SocketFamily native6 = wildcard6 ? SocketFamily.DUAL : SocketFamily.IPV6;
        return new ListeningSocket(
                "s-" + protocol.text() + "-" + raw.text().replaceAll("[^0-9a-f]", "_") + "-" + port,
                protocol,
                address.family() == IpFamily.IPV4 ? SocketFamily.IPV4 : native6,
                new Endpoint(address, port),
                raw.text(),
                BindScope.of(address, LOCAL),
                null,
                address.family() == IpFamily.IPV4 ? null : !wildcard6,
                PORT_NAMES.nameOf(protocol, port).orElse(null),
                SocketRole.of(protocol, port, new EphemeralPorts(32768, 60999)),
                owner,
                protocol == Protocol.TCP ? new AcceptQueue(0, 128) : null,
                (long) port,
                TAKEN_AT);
    }

    /** An owner that runs {@code /usr/bin/process --serve} as alice. */
    public static Owner owner(String process) {
        int pid = 1000 + Math.abs(process.hashCode() % 9000);
        return visible(process(pid, process, "alice"));
    }

    /** An owner of these processes. */
    public static Owner visible(ProcessDetails... processes) {
        return Owner.visible(List.of(processes), new SocketUser(1000, "alice"));
    }

    public static ProcessDetails process(int pid, String name, String user) {
        return new ProcessDetails(
                pid, name, user, "/usr/bin/" + name + " --serve", TAKEN_AT.minusSeconds(3600), null, null);
    }

    public static Owner hidden() {
        return Owner.hidden(NOT_ROOT.why(), new SocketUser(0, "root"));
    }

    public static Owner kernel() {
        return Owner.kernel("No process holds it.", new SocketUser(0, "root"));
    }

    public static Reading<ListeningSockets> reading(ListeningSocket... sockets) {
        return new Reading.Fresh<>(sockets(sockets), TAKEN_AT, Duration.ofNanos(1_234_567));
    }

    public static ListeningSockets sockets(ListeningSocket... sockets) {
        List<ListeningSocket> sorted =
                Arrays.stream(sockets).sorted(ListeningSocket.BY_PORT).toList();
        return new ListeningSockets("sock-diag", "4026531840", sorted, List.of(), NOT_ROOT);
    }

    public static Reading<Vantage> seen() {
        return new Reading.Fresh<>(vantage(), TAKEN_AT, Duration.ofMillis(1));
    }

    public static Vantage vantage() {
        return new Vantage(
                OsFamily.LINUX,
                "Debian GNU/Linux 12",
                "box.example",
                "alice",
                false,
                null,
                "4026531840",
                null,
                List.of());
    }

    /** What a developer may have running. */
    public static List<ListeningSocket> developersMachine() {
        return List.of(
                tcp("127.0.0.1", 631, "cupsd"),
                tcp("0.0.0.0", 22, hidden()),
                tcp("127.0.0.1", 3000, "node"),
                tcp("::1", 5173, "node"),
                tcp("127.0.0.1", 5432, "postgres"),
                udp("0.0.0.0", 5353, "firefox"),
                tcp("0.0.0.0", 6379, "redis-server"),
                tcp("172.17.0.1", 8025, "mailpit"),
                tcp("127.0.0.1", 8080, "java"),
                tcp("::1", 8080, "java"),
                tcp("192.168.1.5", 8443, "caddy"),
                tcp("::", 9090, "prometheus"));
    }

    /** A full accept queue, sockets that share ports, a forwarder, a container, workers, a port held for nothing. */
    public static List<ListeningSocket> oddSockets() {
        Container container = new Container("docker", "0123456789abcdef".repeat(4), null);
        Map<Integer, ForwardTarget> targets = Map.of(8080, ForwardTarget.parse("container at 172.17.0.2:80"));
        Forwarder forwarder = new Forwarder("docker-proxy", "It only forwards.", targets, null, Set.of());
        ProcessDetails proxy =
                new ProcessDetails(70, "docker-proxy", "root", "docker-proxy", TAKEN_AT, null, forwarder);
        ProcessDetails inside = new ProcessDetails(80, "nginx", "root", "nginx", TAKEN_AT, container, null);
        Owner workers = visible(inside, process(81, "nginx", "www-data"), process(82, "nginx", "www-data"));
        return List.of(
                odd("odd-full", Protocol.TCP, "127.0.0.1", 7000, null, workers, new AcceptQueue(129, 128), null),
                odd("odd-group-1", Protocol.TCP, "0.0.0.0", 7001, null, workers, new AcceptQueue(0, 128), null),
                odd("odd-group-2", Protocol.TCP, "0.0.0.0", 7001, null, workers, new AcceptQueue(0, 128), null),
                odd("odd-specific", Protocol.TCP, "::1", 7001, null, owner("six"), new AcceptQueue(0, 128), null),
                odd("odd-twin-1", Protocol.UDP, "0.0.0.0", 7002, null, owner("one"), null, null),
                odd("odd-twin-2", Protocol.UDP, "0.0.0.0", 7002, null, owner("two"), null, null),
                odd("odd-device", Protocol.TCP, "0.0.0.0", 7003, "lo", hidden(), new AcceptQueue(1, 5), null),
                odd("odd-bound", Protocol.TCP, "127.0.0.1", 7004, null, owner("idle"), null, SocketRole.BOUND),
                odd("odd-forwarder", Protocol.TCP, "::", 8080, null, visible(proxy), new AcceptQueue(0, 128), null));
    }

    private static ListeningSocket odd(
            String id,
            Protocol protocol,
            String bind,
            int port,
            String device,
            Owner owner,
            AcceptQueue queue,
            SocketRole role) {
        ListeningSocket plain = socket(protocol, bind, port, owner);
        return new ListeningSocket(
                id,
                protocol,
                plain.family(),
                plain.bind(),
                bind,
                plain.scope(),
                device,
                plain.v6only(),
                plain.service(),
                role == null ? plain.role() : role,
                owner,
                queue,
                plain.inode(),
                TAKEN_AT);
    }

    /** The same, bound to {@code device}. */
    public static ListeningSocket onDevice(ListeningSocket socket, String device) {
        return changed(socket, socket.family(), device, socket.role(), socket.acceptQueue());
    }

    /** The same, from a source that does not tell IPV6_V6ONLY. */
    public static ListeningSocket withUnknownFamily(ListeningSocket socket) {
        return changed(socket, SocketFamily.UNKNOWN, socket.device(), socket.role(), socket.acceptQueue());
    }

    public static ListeningSocket inRole(ListeningSocket socket, SocketRole role) {
        return changed(socket, socket.family(), socket.device(), role, socket.acceptQueue());
    }

    /** The same with a full accept queue. */
    public static ListeningSocket full(ListeningSocket socket) {
        return changed(socket, socket.family(), socket.device(), socket.role(), new AcceptQueue(129, 128));
    }

    private static ListeningSocket changed(
            ListeningSocket socket, SocketFamily family, String device, SocketRole role, AcceptQueue queue) {
        return new ListeningSocket(
                socket.id(),
                socket.protocol(),
                family,
                socket.bind(),
                socket.rawAddress(),
                socket.scope(),
                device,
                family == SocketFamily.UNKNOWN ? null : socket.v6only(),
                socket.service(),
                role,
                socket.owner(),
                queue,
                socket.inode(),
                socket.since());
    }

    public static IpAddress address(String literal) {
        return IpAddress.parse(literal).orElseThrow();
    }
}
