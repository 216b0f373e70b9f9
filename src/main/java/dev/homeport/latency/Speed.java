package dev.homeport.latency;

import dev.homeport.answer.Decimals;
import dev.homeport.latency.probe.Failure;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.probe.Reasons;
import org.jspecify.annotations.Nullable;

/**
 * How fast a loopback is in one respect, over a minute.
 *
 * @param target {@code tcp4} and so on, as in {@code GET /api/latency}
 * @param label the same for people
 * @param status {@code ok}, {@code failing}, {@code unavailable}; null while nothing was measured
 * @param p99Micros null where too few samples were taken to tell it (DOMAIN R6.6)
 * @param outcome what the last exchange failed with, {@code timed-out} for example; null when it succeeded
 * @param reason the same for people, a sentence; null when it succeeded
 */
public record Speed(
        String target,
        String label,
        @Nullable String status,
        @Nullable Double p50Micros,
        @Nullable Double p99Micros,
        @Nullable String outcome,
        @Nullable String reason) {

    /**
     * As it was measured.
     *
     * @param p50Micros and {@code p99Micros}, {@code NaN} where there are too few samples to tell
     */
    public static Speed of(
            ProbeTarget target, Latency.Status status, double p50Micros, double p99Micros, @Nullable Failure failure) {
        return new Speed(
                target.id(),
                target.label(),
                status.text(),
                Decimals.roundOrNull(p50Micros, 1),
                Decimals.roundOrNull(p99Micros, 1),
                failure == null ? null : failure.outcome().text(),
                failure == null ? null : Reasons.of(target, failure));
    }
}
