package dev.homeport.latency;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How loopback latency is measured and judged.
 *
 * @param interval {@code homeport.latency.interval}: from one round of samples to the next, 1s to 1h
 * @param samples {@code homeport.latency.samples}: in a round, of each target; 1 to 100, and at most ten a second
 * @param warn {@code homeport.latency.warn}: a median round trip that is worth a warning; unset, 1ms
 * @param fail {@code homeport.latency.fail}: a median round trip that counts as an error; unset, none does
 */
@ConfigurationProperties("homeport.latency")
public record LatencyProperties(
        @DefaultValue("10s") Duration interval,
        @DefaultValue("10") int samples,
        @DefaultValue("1ms") Duration warn,
        @Nullable Duration fail) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_SAMPLES = 100;
    private static final int MOST_A_SECOND = 10;

    public LatencyProperties {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "homeport.latency.interval takes a duration from 1s to 1h, not " + interval);
        }
        if (samples < 1 || samples > MOST_SAMPLES || samples > MOST_A_SECOND * interval.toMillis() / 1000) {
            throw new IllegalArgumentException(
                    "homeport.latency.samples takes 1 to 100, and at most ten for each second of the interval, not "
                            + samples);
        }
        positive("warn", warn);
        positive("fail", fail);
    }

    private static void positive(String name, @Nullable Duration threshold) {
        if (threshold != null && (threshold.isNegative() || threshold.isZero())) {
            throw new IllegalArgumentException(
                    "homeport.latency." + name + " takes a duration longer than nothing, not " + threshold);
        }
    }
}
