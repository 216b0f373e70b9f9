package dev.homeport.health.meter;

import dev.homeport.latency.Latency;
import dev.homeport.latency.history.Round;
import dev.homeport.latency.probe.Target;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.ReadingChanged;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Meters of what is measured each {@code homeport.latency.interval}, for each {@code target}:
 *
 * <ul>
 *   <li>{@code homeport.loopback.rtt}, a histogram of seconds with bounds from 1 µs to 1 s: Micrometer's own begin where
 *       loopback has long ended
 *   <li>{@code homeport.loopback.failures}, a counter: exchanges that failed, and are in no time
 * </ul>
 */
@Component
class RoundTripMeters implements MeterBinder {

    /** 1, 2 and 5 of each decade: what is to be told apart is an order of magnitude, and each bound is a series. */
    private static final Duration[] BOUNDS = Stream.of(1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L, 100_000_000L)
            .flatMap(decade -> Stream.of(decade, 2 * decade, 5 * decade))
            .map(Duration::ofNanos)
            .toArray(Duration[]::new);

    private static final Duration LAST_BOUND = Duration.ofSeconds(1);

    private final CachedCollector<Latency> latency;
    private final Map<Target, Meters> meters = new EnumMap<>(Target.class);

    /** Of one target, and the last round that went into them. */
    private static final class Meters {

        private final Timer times;
        private final Counter failures;
        private @Nullable Round last;

        Meters(Timer times, Counter failures) {
            this.times = times;
            this.failures = failures;
        }

        void follow(List<Round> rounds) {
            rounds.stream().filter(round -> round != last).forEach(this::record);
        }

        private void record(Round round) {
            round.eachNanos(nanos -> times.record((long) nanos, TimeUnit.NANOSECONDS));
            failures.increment(round.failures());
            last = round;
        }
    }

    RoundTripMeters(CachedCollector<Latency> latency) {
        this.latency = latency;
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        for (Target target : Target.values()) {
            Timer times = Timer.builder("homeport.loopback.rtt")
                    .description("How long this machine takes to answer itself: round trips, connects, look-ups")
                    .tag("target", target.id())
                    .serviceLevelObjectives(Stream.concat(Stream.of(BOUNDS), Stream.of(LAST_BOUND))
                            .toArray(Duration[]::new))
                    .minimumExpectedValue(BOUNDS[0])
                    .maximumExpectedValue(LAST_BOUND)
                    .register(registry);
            Counter failures = Counter.builder("homeport.loopback.failures")
                    .description("Exchanges with this machine itself that failed")
                    .baseUnit("failures")
                    .tag("target", target.id())
                    .register(registry);
            meters.put(target, new Meters(times, failures));
        }
        update();
    }

    @EventListener
    void follow(ReadingChanged changed) {
        if (changed.name().equals(latency.name())) {
            update();
        }
    }

    private synchronized void update() {
        latency.snapshot()
                .reading()
                .latest()
                .ifPresent(known -> meters.forEach((target, kept) -> kept.follow(known.track(target)
                        .since(kept.last == null ? known.at().minus(known.interval()) : kept.last.at()))));
    }
}
