package dev.homeport.reading;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Meters of the collectors, each tagged {@code collector}:
 *
 * <ul>
 *   <li>{@code homeport.collector.duration}, a timer: how long collections lasted, failed ones too
 *   <li>{@code homeport.collector.success}, a gauge: 1 when the last collection succeeded, else 0; NaN before the first
 *   <li>{@code homeport.collector.fresh}, a gauge: 1 while the reading is fresh, else 0; it falls when a collection fails and
 *       when none ends
 *   <li>{@code homeport.collector.age}, a gauge in seconds: how long ago the value that is shown was taken; NaN when there is
 *       none
 * </ul>
 */
public final class CollectorMetrics {

    private final MeterRegistry registry;
    private final Map<String, Double> success = new ConcurrentHashMap<>();
    private final Map<String, Timer> durations = new ConcurrentHashMap<>();

    public CollectorMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * @param isFresh whether the value that is shown is
     * @param ageSeconds of it
     */
    void register(String collector, BooleanSupplier isFresh, Supplier<Number> ageSeconds) {
        Gauge.builder("homeport.collector.fresh", () -> isFresh.getAsBoolean() ? 1 : 0)
                .description("Whether what is shown is up to date")
                .tag("collector", collector)
                .register(registry);
        Gauge.builder("homeport.collector.age", ageSeconds)
                .description("How long ago the value that is shown was taken")
                .baseUnit("seconds")
                .tag("collector", collector)
                .register(registry);
        Gauge.builder("homeport.collector.success", success, last -> last.getOrDefault(collector, Double.NaN))
                .description("Whether the last collection succeeded")
                .tag("collector", collector)
                .register(registry);
    }

    void record(String collector, Duration took, boolean succeeded) {
        success.put(collector, succeeded ? 1.0 : 0.0);
        durations
                .computeIfAbsent(
                        collector,
                        name -> Timer.builder("homeport.collector.duration")
                                .description("How long a collection lasted")
                                .tag("collector", name)
                                .register(registry))
                .record(took);
    }
}
