package dev.homeport.diagnosis;

import dev.homeport.diagnosis.firewall.Firewall;
import dev.homeport.diagnosis.firewall.Obstacle;
import dev.homeport.diagnosis.firewall.Verdict;
import dev.homeport.localhost.Client;
import dev.homeport.net.Endpoint;
import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.OsFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether something on the way drops, rejects or redirects: by a connection that comes to something else than the table of
 * sockets says (DOMAIN R5.43, the core of the diagnosis), and by the rules of the packet filter where they may be read
 * (R5.45).
 */
final class FirewallRules {

    /** A rejection by ICMPv6 is told after the first repetition of the SYN (R5.40, row 5). */
    private static final Duration REPETITION = Duration.ofMillis(900);

    private final Examination examined;
    private final Target target;

    FirewallRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    List<Cause> causes() {
        return examined.meant(Client.NATIVE).stream()
                .filter(Destination::isOurs)
                .filter(destination ->
                        RouteRules.obstacle(examined, destination).isEmpty())
                .flatMap(destination ->
                        Stream.ofNullable(destination.attempt()).flatMap(attempt -> of(destination, attempt).stream()))
                .toList();
    }

    private Optional<Cause> of(Destination destination, ConnectProbe.Attempt attempt) {
        return switch (attempt.outcome()) {
            case TIMED_OUT -> dropped(destination);
            case REFUSED, NETWORK_UNREACHABLE, HOST_UNREACHABLE -> rejected(destination, attempt);
            case ACCEPTED, ACCEPTED_THEN_CLOSED -> redirected(destination);
            default -> Optional.empty();
        };
    }

    private String at(Destination destination) {
        return destination.address().urlText() + ":" + target.port();
    }

    /** A full accept queue drops too: then only a rule that is known to drop counts besides. */
    private Optional<Cause> dropped(Destination destination) {
        Optional<Obstacle> rule = obstacle(destination, Set.of(Verdict.Kind.DROP, Verdict.Kind.QUEUE));
        boolean isFull = destination.sockets().stream().anyMatch(socket -> socket.isFull());
        if (isFull && rule.filter(Obstacle::isCertain).isEmpty()) {
            return Optional.empty();
        }
        String what = rule.map(obstacle -> obstacle.isCertain()
                        ? ": a rule of the firewall drops what is sent there (" + obstacle.place() + ")."
                        : ": a rule of the firewall may drop it (" + obstacle.place() + ").")
                .orElse(
                        isRead()
                                ? ": something drops what is sent there, and it is no rule of nftables: an eBPF program, or an older "
                                        + "iptables."
                                : ": a firewall, or an eBPF program, drops what is sent there.");
        return Optional.of(cause(CauseCode.FIREWALL_DROP, destination, rule, "no answer comes" + what));
    }

    private Optional<Cause> rejected(Destination destination, ConnectProbe.Attempt attempt) {
        Optional<Obstacle> rule = obstacle(destination, Set.of(Verdict.Kind.REJECT));
        boolean isRefused = attempt.outcome() == Outcome.REFUSED;
        boolean isLate = isRefused && attempt.took().compareTo(REPETITION) > 0;
        if (!destination.isAnswered() && isRefused && !isLate) {
            return rule.filter(Obstacle::isCertain).map(obstacle -> besides(destination, obstacle));
        } else if (!destination.isAnswered() && rule.isEmpty() && !isLate) {
            return Optional.empty();
        }
        String who = rule.map(obstacle ->
                        (obstacle.isCertain() ? "a rule of the firewall rejects it" : "a rule may reject it") + " ("
                                + obstacle.place() + ")")
                .orElse(isRead() ? "something rejects it, and it is no rule of nftables" : "a firewall rejects it");
        String sign = isLate ? ", as the refusal that came only after a second shows." : ".";
        return Optional.of(cause(
                CauseCode.FIREWALL_REJECT,
                destination,
                rule,
                (isRefused ? "the connection is refused: " : "the system says that it cannot be reached: ")
                        + who
                        + sign));
    }

    /** Nothing listens, and a rule would reject it if something did: the second trouble shows when the first is mended. */
    private Cause besides(Destination destination, Obstacle rule) {
        return new Cause(
                CauseCode.FIREWALL_REJECT,
                Confidence.MEDIUM,
                "A rule of the firewall (" + rule.place() + ") rejects connections to " + at(destination)
                        + " besides: a server that is started there will not be reached either.",
                evidence(destination, Optional.of(rule)),
                remedy(Optional.of(rule)),
                rule.show());
    }

    private Optional<Cause> redirected(Destination destination) {
        Optional<Obstacle> rule = obstacle(destination, Set.of(Verdict.Kind.REDIRECT));
        boolean isCertain = rule.filter(Obstacle::isCertain).isPresent();
        if (!destination.sockets().isEmpty() && !isCertain) {
            return Optional.empty();
        }
        String by = rule.map(obstacle -> "a rule of the firewall leads it elsewhere (" + obstacle.place() + ").")
                .orElse("a rule leads it elsewhere, or the server has just started.");
        return Optional.of(cause(
                CauseCode.NAT_REDIRECT, destination, rule, "what is sent there is answered by somebody else: " + by));
    }

    private Optional<Obstacle> obstacle(Destination destination, Set<Verdict.Kind> kinds) {
        return firewall().obstacles(new Endpoint(destination.address(), target.port())).stream()
                .filter(obstacle -> kinds.contains(obstacle.kind()))
                .findFirst();
    }

    private Firewall firewall() {
        return Optional.ofNullable(examined.situation().trials())
                .map(Trials::firewall)
                .orElse(Firewall.NOT_READ);
    }

    private boolean isRead() {
        return firewall().rules() != null && firewall().legacy().isEmpty();
    }

    private Cause cause(CauseCode code, Destination destination, Optional<Obstacle> rule, String what) {
        boolean isListening = !destination.sockets().isEmpty();
        String who = isListening
                ? SocketText.who(destination.sockets().get(0)) + " listens at " + at(destination) + ", and "
                : "Nothing listens at " + at(destination) + ", and ";
        return new Cause(
                code,
                rule.filter(Obstacle::isCertain).isPresent() ? Confidence.HIGH : Confidence.MEDIUM,
                who + what,
                evidence(destination, rule),
                remedy(rule),
                rule.map(Obstacle::show).orElseGet(examined.commands()::firewall));
    }

    private List<Observation> evidence(Destination destination, Optional<Obstacle> rule) {
        List<Observation> evidence = new ArrayList<>(TrialText.evidence(destination, target));
        rule.ifPresent(obstacle -> evidence.add(new Observation(
                obstacle.kind().text() + " in " + obstacle.place(), "rules of nftables, by netlink", "R5.45")));
        if (firewall().unread() != null) {
            evidence.add(new Observation(
                    "the rules could not be read: " + firewall().unread(), "rules of nftables, by netlink", "R5.45"));
        }
        if (!firewall().legacy().isEmpty()) {
            evidence.add(new Observation(
                    "tables " + String.join(", ", firewall().legacy())
                            + " of the older iptables, which Homeport does not read: sudo iptables-legacy-save shows them",
                    "/proc/net/ip_tables_names",
                    "R5.45"));
        }
        return evidence;
    }

    private Remedy remedy(Optional<Obstacle> rule) {
        if (examined.situation().os() != OsFamily.LINUX) {
            return Remedy.text("Allow connections to this port in the firewall’s settings.");
        }
        return rule.flatMap(Obstacle::acceptance)
                .map(
                        command -> Remedy.command(
                                command,
                                "lets this one port through on loopback, before the rule comes to decide; it holds until the rules are "
                                        + "loaded again, so write it into their file too",
                                "Whoever wrote the rule wanted to keep something out: other programs on this machine get in then."))
                .orElse(
                        Remedy.text(
                                "Look for rules that name the port or lo: "
                                        + examined.commands().firewall()
                                        + ", sudo iptables-save. Put one that accepts before the one that does not; do not flush them all."));
    }
}
