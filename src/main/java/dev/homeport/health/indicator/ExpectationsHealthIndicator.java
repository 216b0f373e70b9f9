package dev.homeport.health.indicator;

import dev.homeport.health.expectation.CurrentExpectations;
import dev.homeport.health.expectation.ExpectationVerdict;
import dev.homeport.health.expectation.Fulfilment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@code expectations}: DOWN when one is not met, else UNKNOWN when of one that is not known, else UP, as when none is set.
 */
final class ExpectationsHealthIndicator implements HealthIndicator {

    private final CurrentExpectations expectations;

    ExpectationsHealthIndicator(CurrentExpectations expectations) {
        this.expectations = expectations;
    }

    @Override
    public Health health() {
        CurrentExpectations.Moment moment = expectations.now();
        Map<String, Object> byName = new LinkedHashMap<>();
        moment.judged().forEach(judged -> byName.put(judged.verdict().name(), details(judged)));
        return new Details()
                .with("met", moment.count(Fulfilment.MET))
                .with("unmet", moment.count(Fulfilment.UNMET))
                .with("unknown", moment.count(Fulfilment.UNKNOWN))
                .with("expectations", byName)
                .as(status(moment));
    }

    private static Map<String, @Nullable Object> details(CurrentExpectations.Judged judged) {
        ExpectationVerdict verdict = judged.verdict();
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("status", verdict.standing().text());
        details.put("expected", verdict.expectation().text());
        details.put("actual", verdict.actual());
        details.put("difference", verdict.difference());
        details.put("since", judged.since());
        return details;
    }

    private static Status status(CurrentExpectations.Moment moment) {
        if (moment.count(Fulfilment.UNMET) > 0) {
            return Status.DOWN;
        }
        return moment.count(Fulfilment.UNKNOWN) > 0 ? Status.UNKNOWN : Status.UP;
    }
}
