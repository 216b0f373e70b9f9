package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.localhost.Client;
import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.OsFamily;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a server could listen there: bind(2)'s EADDRINUSE, EACCES and EADDRNOTAVAIL (DOMAIN R1.28, R1.36, R1.43). */
public final class ListenRules {

    private static final int MOST_CONNECTIONS = 5;

    private final Examination examined;
    private final Target target;

    public ListenRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    public List<Cause> causes() {
        List<Cause> causes = new ArrayList<>();
        inUse().or(this::connected).ifPresent(causes::add);
        privileged().ifPresent(causes::add);
        notAvailable().ifPresent(causes::add);
        return causes;
    }

    /** What may keep a port that seems to be free: Homeport cannot read the ranges that Windows sets apart (R1.43). */
    public Optional<Cause> excludedPerhaps() {
        return examined.situation().os() == OsFamily.WINDOWS
                ? Optional.of(new Cause(
                        CauseCode.PORT_EXCLUDED_WINDOWS,
                        Confidence.LOW,
                        "If a server gets “access forbidden” (10013) there all the same, Windows has set the port apart, for "
                                + "Hyper-V or WSL.",
                        List.of(SocketText.none(target, "R1.43")),
                        new Remedy(
                                List.of("net stop winnat", "net start winnat"),
                                "let Windows choose its ranges anew; or take another port",
                                "Containers and WSL lose their connections."),
                        "netsh int ipv4 show excludedportrange protocol="
                                + target.protocol().text()))
                : Optional.empty();
    }

    /** A wildcard conflicts with every address of its family, and [::] with IPv4 too (R1.28). */
    private Optional<Cause> inUse() {
        List<ListeningSocket> conflicting =
                examined.on(target.protocol()).stream().filter(this::conflicts).toList();
        if (conflicting.isEmpty()) {
            return Optional.empty();
        }
        ListeningSocket first = conflicting.get(0);
        boolean isHeld = conflicting.stream().allMatch(socket -> socket.role() == SocketRole.BOUND);
        return Optional.of(new Cause(
                isHeld ? CauseCode.PORT_HELD_NOT_LISTENING : CauseCode.PORT_IN_USE,
                Confidence.HIGH,
                SocketText.who(first) + (isHeld ? " holds " : " listens on ") + SocketText.binds(conflicting)
                        + ": another server gets EADDRINUSE there.",
                SocketText.evidence(conflicting, "R1.28"),
                ending(first),
                null));
    }

    /** Nobody listens, and a client of this machine has been given the port, or a server before left connections. */
    private Optional<Cause> connected() {
        List<String> connections = examined.situation().connections();
        return connections.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cause(
                        CauseCode.PORT_IN_USE,
                        Confidence.MEDIUM,
                        "Nobody listens there, but connections have the port on this machine’s side: a server that does not set "
                                + "SO_REUSEADDR gets EADDRINUSE, and one at their very address does in any case while they last.",
                        connections.stream()
                                .limit(MOST_CONNECTIONS)
                                .map(one -> new Observation(one, "connections, by sock_diag", "R7.10"))
                                .toList(),
                        Remedy.text(
                                "Wait a minute if they are in TIME_WAIT, let the server set SO_REUSEADDR, or let it take a port "
                                        + "outside of those for clients (net.ipv4.ip_local_port_range)."),
                        examined.commands().connections(target)));
    }

    private Remedy ending(ListeningSocket socket) {
        if (socket.owner().primary().isEmpty()) {
            return Remedy.text("End the program that has it, or let the new server take another port.");
        }
        if (socket.forwarding().isPresent()) {
            String target = socket.forwarding().get().target();
            return Remedy.text(SocketText.who(socket) + " keeps the port for something else"
                    + (target == null ? "" : ", " + target)
                    + ": end that (podman stop, docker stop, the ssh that forwards), or let "
                    + "the new server take another port.");
        }
        int pid = socket.owner().primary().get().pid();
        if (pid == ProcessHandle.current().pid()) {
            return Remedy.text("That is Homeport itself: start it with --server.port and another number.");
        }
        String program = socket.owner().primary().get().displayName();
        return pid == 1
                ? Remedy.text(
                        "The system’s first process keeps the port for a unit: systemctl list-sockets names it, and "
                                + "systemctl stop that unit’s .socket frees the port.")
                : Remedy.command(
                        examined.commands().end(pid),
                        "ends " + program + "; or let the new server take another port",
                        "Whatever " + program + " does, ends.");
    }

    private boolean conflicts(ListeningSocket socket) {
        if (target.isHostAssumed()) {
            return true; // a port alone: the usual server waits at all addresses
        }
        return target.address() == null
                ? examined.meant(Client.NATIVE).stream().anyMatch(one -> conflicts(socket, one.address()))
                : conflicts(socket, target.address());
    }

    private static boolean conflicts(ListeningSocket socket, IpAddress wanted) {
        IpAddress bound = socket.bind().address();
        IpFamily family = wanted.unmapped().family();
        boolean isMet = family == bound.family()
                // A server's [::] takes IPv4 too unless it asks not to; one that is bound does as its socket says.
                || family == IpFamily.IPV6 && wanted.isUnspecified()
                || bound.isUnspecified()
                        && bound.family() == IpFamily.IPV6
                        && socket.family().takesIpv4();
        return bound.equals(wanted.unmapped()) || isMet && (bound.isUnspecified() || wanted.isUnspecified());
    }

    private Optional<Cause> privileged() {
        return examined.situation()
                .unprivilegedFrom()
                .filter(first -> target.port() < first)
                .map(first -> new Cause(
                        CauseCode.PRIVILEGED_PORT,
                        Confidence.HIGH,
                        "Ports below " + first
                                + " are for root and for programs with CAP_NET_BIND_SERVICE: others get EACCES on "
                                + "port " + target.port() + ".",
                        List.of(new Observation(
                                "net.ipv4.ip_unprivileged_port_start = " + first, "/proc/sys/net/ipv4", "R1.43")),
                        Remedy.command(
                                "sudo sysctl -w net.ipv4.ip_unprivileged_port_start=" + target.port(),
                                "lets everybody on this machine listen from port " + target.port() + " on",
                                "All users may then take these ports; a port above " + (first - 1) + " needs nothing."),
                        null));
    }

    private Optional<Cause> notAvailable() {
        boolean isKnown = examined.situation().interfaces().latest().isPresent();
        return isKnown
                ? wanted().filter(address -> !examined.at(address).isThere()).flatMap(this::missing)
                : Optional.empty();
    }

    /** The one address that is asked for, if it is one: a name is the first that it means. */
    private Optional<IpAddress> wanted() {
        IpAddress literal = target.address();
        return literal == null
                ? examined.meant(Client.NATIVE).stream()
                        .map(Destination::address)
                        .findFirst()
                : Optional.of(literal.unmapped()).filter(address -> !address.isUnspecified());
    }

    private Optional<Cause> missing(IpAddress wanted) {
        boolean isIpv6Loopback = wanted.equals(IpAddress.IPV6_LOOPBACK);
        boolean isRouted = wanted.unmapped().isLoopback() && !isIpv6Loopback;
        if (isRouted || wanted.addressClass() == AddressClass.MULTICAST) {
            return Optional.empty();
        }
        return Optional.of(new Cause(
                isIpv6Loopback ? CauseCode.LO_NO_IPV6 : CauseCode.FOREIGN_ADDRESS,
                Confidence.HIGH,
                "No interface of this machine has " + wanted.text() + ": a server gets EADDRNOTAVAIL there.",
                List.of(new Observation("no interface has " + wanted.text(), "interfaces", "R1.36")),
                Remedy.text("Listen on one of this machine’s own addresses; the page Addresses has them."),
                null));
    }
}
