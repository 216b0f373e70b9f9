package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.firewall.Obstacle;
import dev.homeport.diagnosis.firewall.Verdict;
import java.util.Optional;
import java.util.Set;

/** Whether somebody else gets what is sent there: a rule leads it elsewhere, to who answers or to nobody (DOMAIN R5.43, R5.45). */
final class RedirectRules {

    private final Examination examined;
    private final FirewallView view;
    private final FirewallCause causes;

    RedirectRules(Examination examined) {
        this.examined = examined;
        this.view = new FirewallView(examined);
        this.causes = new FirewallCause(examined);
    }

    /** Redirected to where nobody answers. */
    Optional<Cause> misled(Destination destination) {
        return view.obstacle(destination, Set.of(Verdict.Kind.REDIRECT))
                .filter(Obstacle::isCertain)
                .map(rule -> causes.of(
                        CauseCode.NAT_REDIRECT,
                        destination,
                        Optional.of(rule),
                        "a rule of the firewall leads what is sent there elsewhere (" + rule.place()
                                + "), where nobody answers."));
    }

    Optional<Cause> redirected(Destination destination) {
        Optional<Obstacle> rule = view.obstacle(destination, Set.of(Verdict.Kind.REDIRECT));
        boolean isCertain = rule.filter(Obstacle::isCertain).isPresent();
        boolean isKnown = examined.situation().sockets().latest().isPresent();
        if (!isCertain && (!destination.sockets().isEmpty() || !isKnown)) {
            return Optional.empty();
        }
        String by = rule.map(obstacle -> "a rule of the firewall leads it elsewhere (" + obstacle.place() + ").")
                .orElse("a rule leads it elsewhere, or the server has just started.");
        return Optional.of(causes.of(
                CauseCode.NAT_REDIRECT, destination, rule, "what is sent there is answered by somebody else: " + by));
    }
}
