package dev.homeport.latency;

import org.jspecify.annotations.Nullable;

/**
 * How fast a loopback is in one respect, over a minute.
 *
 * @param target {@code tcp4} and so on, as in {@code GET /api/latency}
 * @param label the same for people
 * @param status {@code ok}, {@code failing}, {@code unavailable}; null while nothing was measured
 * @param reason why it does not answer; null when it does
 */
public record Speed(
        String target,
        String label,
        @Nullable String status,
        @Nullable Double p50Micros,
        @Nullable Double p99Micros,
        @Nullable String reason) {

    /** With one digit after the point; null for what is no number. */
    public static @Nullable Double rounded(double micros) {
        return Double.isNaN(micros) ? null : Math.round(micros * 10) / 10.0;
    }
}
