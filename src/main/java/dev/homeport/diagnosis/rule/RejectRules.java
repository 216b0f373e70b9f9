package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.firewall.Obstacle;
import dev.homeport.diagnosis.firewall.Verdict;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.OsFamily;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Whether something rejects the connection, though a program listens there, or besides that none does (DOMAIN R5.43, R5.45). */
final class RejectRules {

    /** A rejection by ICMPv6 is told after the first repetition of the SYN (R5.40, row 5). */
    private static final Duration REPETITION = Duration.ofMillis(900);

    private final Examination examined;
    private final FirewallView view;
    private final FirewallCause causes;

    RejectRules(Examination examined) {
        this.examined = examined;
        this.view = new FirewallView(examined);
        this.causes = new FirewallCause(examined);
    }

    /** Whether a rule that could be read certainly rejects what is sent there. */
    boolean isByRule(Destination destination) {
        return view.obstacle(destination, Set.of(Verdict.Kind.REJECT))
                .filter(Obstacle::isCertain)
                .isPresent();
    }

    Optional<Cause> rejected(Destination destination, ConnectProbe.Attempt attempt) {
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
        return Optional.of(causes.of(
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
                "A rule of the firewall (" + rule.place() + ") rejects connections to " + causes.at(destination)
                        + " besides: a server that is started there will not be reached either.",
                causes.evidence(destination, Optional.of(rule)),
                causes.remedy(destination, Optional.of(rule)),
                rule.show());
    }
}
