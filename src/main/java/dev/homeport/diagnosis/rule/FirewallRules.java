package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.firewall.Obstacle;
import dev.homeport.diagnosis.firewall.Verdict;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.diagnosis.situation.Trial;
import dev.homeport.localhost.Client;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.OsFamily;
import java.time.Duration;
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
    private final FirewallView view;

    FirewallRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
        this.view = new FirewallView(examined);
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
            case TIMED_OUT -> misled(destination).or(() -> dropped(destination));
            case REFUSED, NETWORK_UNREACHABLE, HOST_UNREACHABLE ->
                misled(destination).or(() -> rejected(destination, attempt));
            case NOT_PERMITTED, FAILED ->
                isRejectedByRule(destination) ? rejected(destination, attempt) : Optional.empty();
            case ACCEPTED, ACCEPTED_THEN_CLOSED -> redirected(destination).or(() -> muted(destination));
            default -> Optional.empty();
        };
    }

    /** Whether a rule that could be read certainly rejects what is sent there. */
    boolean isRejectedByRule(Destination destination) {
        return view.obstacle(destination, Set.of(Verdict.Kind.REJECT))
                .filter(Obstacle::isCertain)
                .isPresent();
    }

    /** Redirected to where nobody answers. */
    private Optional<Cause> misled(Destination destination) {
        return view.obstacle(destination, Set.of(Verdict.Kind.REDIRECT))
                .filter(Obstacle::isCertain)
                .map(rule -> cause(
                        CauseCode.NAT_REDIRECT,
                        destination,
                        Optional.of(rule),
                        "a rule of the firewall leads what is sent there elsewhere (" + rule.place()
                                + "), where nobody answers."));
    }

    private String at(Destination destination) {
        return destination.address().urlText() + ":" + target.port();
    }

    /** A full accept queue drops too: then only a rule that is known to drop counts besides. */
    private Optional<Cause> dropped(Destination destination) {
        Optional<Obstacle> rule = view.obstacle(destination, Set.of(Verdict.Kind.DROP, Verdict.Kind.QUEUE));
        boolean isFull = destination.sockets().stream().anyMatch(socket -> socket.isFull());
        boolean isOverflown =
                isFull || examined.overflows() > 0 && !destination.sockets().isEmpty();
        boolean isLostByNature = examined.situation().os() != OsFamily.LINUX && !destination.isAnswered();
        if ((isOverflown || isLostByNature) && rule.filter(Obstacle::isCertain).isEmpty()) {
            return Optional.empty();
        }
        String what = rule.map(obstacle -> obstacle.isCertain()
                        ? ": a rule of the firewall drops what is sent there (" + obstacle.place() + ")."
                        : obstacle.kind() == Verdict.Kind.QUEUE
                                ? ": a rule of the firewall lets a program decide (" + obstacle.place() + ")."
                                : ": a rule of the firewall may drop it (" + obstacle.place() + ").")
                .orElse(
                        view.isRead()
                                ? ": something drops what is sent there, and no rule of nftables’ tables inet, ip and ip6 does: an eBPF program, a "
                                        + "rule of a device, or an older iptables."
                                : ": a firewall, or an eBPF program, drops what is sent there.");
        return Optional.of(cause(CauseCode.FIREWALL_DROP, destination, rule, "no answer comes" + what));
    }

    private Optional<Cause> rejected(Destination destination, ConnectProbe.Attempt attempt) {
        Optional<Obstacle> rule = view.obstacle(destination, Set.of(Verdict.Kind.REJECT));
        boolean isRefused = attempt.outcome() == Outcome.REFUSED;
        boolean isLate = isRefused
                && examined.situation().os() == OsFamily.LINUX
                && destination.address().family() == IpFamily.IPV6
                && attempt.took().compareTo(REPETITION) > 0;
        if (!destination.isAnswered() && isRefused && !isLate) {
            return rule.filter(Obstacle::isCertain).map(obstacle -> besides(destination, obstacle));
        } else if (!destination.isAnswered() && rule.isEmpty() && !isLate) {
            return Optional.empty();
        }
        String who = rule.map(obstacle ->
                        (obstacle.isCertain() ? "a rule of the firewall rejects it" : "a rule may reject it") + " ("
                                + obstacle.place() + ")")
                .orElse(
                        view.isRead()
                                ? "something rejects it, and no rule of nftables’ tables inet, ip and ip6 does"
                                : "a firewall rejects it");
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
                view.evidence(destination, Optional.of(rule)),
                view.remedy(destination, Optional.of(rule)),
                rule.show());
    }

    /** The connection stands, and what is said on it does not come through. */
    private Optional<Cause> muted(Destination destination) {
        boolean isSilent = Optional.ofNullable(destination.trial())
                .map(Trial::reply)
                .filter(reply -> reply.kind() == Reply.Kind.SILENCE)
                .isPresent();
        return view.obstacles(destination)
                .filter(obstacle -> isSilent && obstacle.phase().isOnConnection())
                .filter(obstacle -> obstacle.isCertain() && obstacle.kind() == Verdict.Kind.DROP)
                .findFirst()
                .map(rule -> cause(
                        CauseCode.FIREWALL_DROP,
                        destination,
                        Optional.of(rule),
                        "a connection comes about, but a rule of the firewall drops what is said on it (" + rule.place()
                                + ")."));
    }

    private Optional<Cause> redirected(Destination destination) {
        Optional<Obstacle> rule = view.obstacle(destination, Set.of(Verdict.Kind.REDIRECT));
        boolean isCertain = rule.filter(Obstacle::isCertain).isPresent();
        boolean isKnown = examined.situation().sockets().latest().isPresent();
        if (!isCertain && (!destination.sockets().isEmpty() || !isKnown)) {
            return Optional.empty();
        }
        String by = rule.map(obstacle -> "a rule of the firewall leads it elsewhere (" + obstacle.place() + ").")
                .orElse("a rule leads it elsewhere, or the server has just started.");
        return Optional.of(cause(
                CauseCode.NAT_REDIRECT, destination, rule, "what is sent there is answered by somebody else: " + by));
    }

    private Cause cause(CauseCode code, Destination destination, Optional<Obstacle> rule, String what) {
        boolean isListening = !destination.sockets().isEmpty();
        boolean isKnown = examined.situation().sockets().latest().isPresent();
        String who = isListening
                ? SocketText.who(destination.sockets().get(0)) + " listens at " + at(destination) + ", and "
                : (isKnown ? "Nothing listens at " : "Who listens is not known at ") + at(destination) + ", and ";
        return new Cause(
                code,
                rule.filter(Obstacle::isCertain).isPresent() ? Confidence.HIGH : Confidence.MEDIUM,
                who + what,
                view.evidence(destination, rule),
                view.remedy(destination, rule),
                rule.map(Obstacle::show).orElseGet(examined.commands()::firewall));
    }
}
