package dev.homeport.health.meter;

import dev.homeport.health.expectation.CurrentExpectations;
import dev.homeport.health.expectation.Fulfilment;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** {@code homeport.expectations.met}, a gauge for each {@code name}: 1 when it is met, 0 when not, NaN when not known. */
@Component
class ExpectationMeters implements MeterBinder {

    private final CurrentExpectations expectations;

    ExpectationMeters(CurrentExpectations expectations) {
        this.expectations = expectations;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        expectations
                .names()
                .forEach(name -> Gauge.builder("homeport.expectations.met", () -> met(name))
                        .description("Whether what was expected is so; NaN while that is not known")
                        .tag("name", name)
                        .register(registry));
    }

    private double met(String name) {
        Fulfilment standing = expectations.now().judged().stream()
                .filter(judged -> judged.verdict().name().equals(name))
                .map(judged -> judged.verdict().standing())
                .findFirst()
                .orElse(Fulfilment.UNKNOWN);
        return switch (standing) {
            case MET -> 1;
            case UNMET -> 0;
            case UNKNOWN -> Double.NaN;
        };
    }
}
