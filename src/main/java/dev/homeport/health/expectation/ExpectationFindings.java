package dev.homeport.health.expectation;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Findings;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.reading.Snapshot;
import java.util.List;
import org.springframework.stereotype.Component;

/** Expectations that are not met, among the findings of all rooms. */
@Component
class ExpectationFindings implements Findings {

    private final CurrentExpectations expectations;

    ExpectationFindings(CurrentExpectations expectations) {
        this.expectations = expectations;
    }

    @Override
    public List<Finding> now() {
        return expectations.now().judged().stream()
                .map(CurrentExpectations.Judged::verdict)
                .filter(verdict -> verdict.standing() == Fulfilment.UNMET)
                .map(ExpectationFindings::finding)
                .toList();
    }

    @Override
    public List<Snapshot<?>> snapshots() {
        return expectations.names().isEmpty() ? List.of() : expectations.now().snapshots();
    }

    private static Finding finding(ExpectationVerdict verdict) {
        String text = verdict.expectation().text();
        return new Finding(
                "expectation-unmet",
                Severity.ERROR,
                verdict.name(),
                "“" + verdict.name() + "” is not as expected (" + text + "): " + verdict.actual(),
                "Somebody wrote down that it should be so: homeport.expect." + verdict.name()
                        + ". While it is not, /actuator/health says DOWN.",
                List.of(new Evidence(String.valueOf(verdict.difference()), "expected and found")),
                Fix.note("Change what listens, or the expectation."),
                "/#expectations");
    }
}
