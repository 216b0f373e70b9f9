package dev.homeport.health.indicator;

import dev.homeport.health.loopback.FamilyState;
import dev.homeport.health.loopback.LoopbackAnswer;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@code loopback/ipv4} and {@code loopback/ipv6}: whether the self-test of a family succeeded (DOMAIN R5.30, R5.32). A
 * failing IPv4 is DOWN; a failing IPv6 is UNKNOWN, unless strict; an absent one is UNKNOWN always, and so is what was not
 * tested.
 */
final class FamilyHealthIndicator implements HealthIndicator {

    private final IpFamily family;
    private final boolean strict;
    private final CachedCollector<LoopbackState> loopback;

    /** @param strict whether a failing one is DOWN */
    FamilyHealthIndicator(IpFamily family, boolean strict, CachedCollector<LoopbackState> loopback) {
        this.family = family;
        this.strict = strict;
        this.loopback = loopback;
    }

    @Override
    public Health health() {
        Reading<LoopbackState> reading = loopback.snapshot().reading();
        Optional<FamilyState> known = reading.latest().map(state -> state.of(family));
        return Details.of(reading)
                .with("address", IpAddress.loopback(family).text())
                .with("answer", known.map(state -> state.answer().text()).orElse(null))
                .with("outcome", known.map(FamilyState::outcome).orElse(null))
                .with("observed", known.map(FamilyState::observed).orElse(null))
                .with(known.map(FamilyState::explanation).orElse(null))
                .with("since", known.map(FamilyState::since).orElse(null))
                .as(reading instanceof Reading.Fresh ? status(known) : Status.UNKNOWN);
    }

    private Status status(Optional<FamilyState> known) {
        LoopbackAnswer answer = known.map(FamilyState::answer).orElse(LoopbackAnswer.UNTESTED);
        return switch (answer) {
            case WORKS -> Status.UP;
            case FAILS -> strict ? Status.DOWN : Status.UNKNOWN;
            case ABSENT, UNTESTED -> Status.UNKNOWN;
        };
    }
}
