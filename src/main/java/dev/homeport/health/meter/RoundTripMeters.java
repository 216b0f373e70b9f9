package dev.homeport.health.meter;

import dev.homeport.latency.Latency;
import dev.homeport.latency.history.Round;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.reading.CachedCollector;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Meters of what is measured each {@code homeport.latency.interval}, for each {@code target} that could be measured at least
 * once:
 *
 * <ul>
 *   <li>{@code homeport.loopback.rtt}, a histogram of seconds with bounds from 1 µs to 1 s: Micrometer's own begin where
 *       loopback has long ended
 *   <li>{@code homeport.loopback.failures}, a counter: exchanges that failed, and are in no time
 * </ul>
 */
@Component
class RoundTripMeters extends FollowedMeters<Latency> {

    /** 1, 2 and 5 of each decade: what is to be told apart is an order of magnitude, and each bound is a series. */
    private static final Duration[] BOUNDS = Stream.concat(
                    Stream.of(1, 10, 100, 1_000, 10_000, 100_000)
                            .flatMap(decade -> Stream.of(decade, 2 * decade, 5 * decade)),
                    Stream.of(1_000_000))
            .map(micros -> Duration.ofNanos(1_000L * micros))
            .toArray(Duration[]::new);

    /** The last round of each target that went into the meters. */
    private final Map<ProbeTarget, Round> last = new EnumMap<>(ProbeTarget.class);

    RoundTripMeters(CachedCollector<Latency> latency) {
        super(latency);
    }

    @Override
    void take(Latency known, MeterRegistry meters) {
        Stream.of(ProbeTarget.values()).forEach(target -> record(target, known, meters));
    }

    private void record(ProbeTarget target, Latency known, MeterRegistry meters) {
        for (Round round : known.track(target).after(last.get(target))) {
            if (round.samples() + round.failures() > 0) {
                Timer times = times(target, meters);
                round.eachNanos(nanos -> times.record((long) nanos, TimeUnit.NANOSECONDS));
                failures(target, meters).increment(round.failures());
            }
            last.put(target, round);
        }
    }

    private static Timer times(ProbeTarget target, MeterRegistry meters) {
        return Timer.builder("homeport.loopback.rtt")
                .description("How long this machine takes to answer itself: round trips, connects, look-ups")
                .tag("target", target.id())
                .serviceLevelObjectives(BOUNDS)
                .minimumExpectedValue(BOUNDS[0])
                .maximumExpectedValue(BOUNDS[BOUNDS.length - 1])
                .register(meters);
    }

    private static Counter failures(ProbeTarget target, MeterRegistry meters) {
        return Counter.builder("homeport.loopback.failures")
                .description("Exchanges with this machine itself that failed")
                .baseUnit("failures")
                .tag("target", target.id())
                .register(meters);
    }
}
