package dev.homeport.latency.api;

import dev.homeport.answer.Decimals;
import dev.homeport.latency.history.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * A distribution as JSON tells it. Times are microseconds with one decimal, null without a sample.
 *
 * @param failures how many exchanges failed, which are in none of the times
 * @param p99Micros the slowest sample where there are fewer than 500 (DOMAIN R6.6)
 * @param p999Micros the slowest sample where there are fewer than 10,000
 * @param jitterMicros p99 − p50 (R6.13)
 * @param p99IsSlowest whether {@code p99Micros} is but the slowest sample, and jitter counts from that
 * @param p999IsSlowest whether {@code p999Micros} is
 */
record Times(
        long samples,
        long failures,
        @Nullable Double minMicros,
        @Nullable Double p50Micros,
        @Nullable Double p90Micros,
        @Nullable Double p99Micros,
        @Nullable Double p999Micros,
        @Nullable Double maxMicros,
        @Nullable Double jitterMicros,
        boolean p99IsSlowest,
        boolean p999IsSlowest) {

    static Times of(Distribution distribution, long failures) {
        return new Times(
                distribution.samples(),
                failures,
                micros(distribution.minMicros()),
                micros(distribution.p50Micros()),
                micros(distribution.micros(90)),
                micros(distribution.p99Micros()),
                micros(distribution.p999Micros()),
                micros(distribution.maxMicros()),
                micros(distribution.jitterMicros()),
                !distribution.isEnoughForP99(),
                !distribution.isEnoughForP999());
    }

    /** One decimal, or null where there is no number. */
    static @Nullable Double micros(double micros) {
        return Decimals.roundOrNull(micros, 1);
    }
}
