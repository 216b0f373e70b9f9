package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.localhost.Client;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.processes.ForwardTarget;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketRole;
import java.util.List;
import java.util.Optional;

/** Who has the port already, so that another server gets EADDRINUSE (DOMAIN R1.28, R1.43). */
final class HolderRules {

    private static final int MOST_CONNECTIONS = 5;

    private final Examination examined;
    private final Target target;

    HolderRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    /** A socket that conflicts, else connections that do. */
    Optional<Cause> cause() {
        return inUse().or(this::connected);
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
            ForwardTarget target = socket.forwarding().get().target();
            return Remedy.text(SocketText.who(socket) + " keeps the port for something else"
                    + (target == null ? "" : ", " + target.text())
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
}
