package dev.homeport.latency.counters;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Early warnings of what connections use up: ports for clients, and descriptors (DOMAIN R7.10 to R7.12, R7.17). Pure. */
final class ConnectionRules {

    private static final double NEARLY_ALL = 0.8;

    private ConnectionRules() {}

    /** What they warn of. */
    static List<Finding> findings(KernelCounters now) {
        return Stream.concat(
                        now.crowded().stream().map(ConnectionRules::crowded),
                        now.leaks().stream().map(ConnectionRules::leak))
                .toList();
    }

    /** R7.10 to R7.12. */
    private static Finding crowded(Census.Destination destination) {
        boolean nearlyAll = destination.share() > NEARLY_ALL;
        return new Finding(
                "ephemeral-ports",
                nearlyAll ? Severity.ERROR : Severity.WARNING,
                destination.text(),
                "Most ports for clients are in use from " + destination.text() + ": " + destination.used() + " of "
                        + destination.ports() + ".",
                "When none is left, connecting there fails at once (EADDRNOTAVAIL), while other destinations still "
                        + "work. Closed connections count for a minute (TIME_WAIT), on the side that closes first.",
                List.of(new Evidence(
                        destination.used() + " of " + destination.ports() + " ports",
                        "ss -tan state all dst " + destination.to().urlText() + ":" + destination.port())),
                new Fix(
                        "sudo sysctl -w net.ipv4.ip_local_port_range=\"10240 65535\"",
                        "gives clients more ports; better, keep connections open (a pool, keep-alive)"),
                CounterRules.PAGE);
    }

    /** R7.17. */
    private static Finding leak(Census.Leak leak) {
        return new Finding(
                "close-wait",
                Severity.WARNING,
                leak.holder(),
                leak.holder() + " holds " + leak.connections() + " connections that their peers have closed.",
                "The program does not close them: it leaks descriptors, until it has none left. No setting of the system "
                        + "ends the state CLOSE_WAIT.",
                List.of(new Evidence(leak.connections() + " in CLOSE_WAIT", "ss -tanp state close-wait")),
                Fix.note(
                        "Mend the program: what it reads to its end it has to close. To start it again helps for a while."),
                CounterRules.PAGE);
    }
}
