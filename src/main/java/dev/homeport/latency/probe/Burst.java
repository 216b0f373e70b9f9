package dev.homeport.latency.probe;

import org.jspecify.annotations.Nullable;

/**
 * What a few exchanges in a row brought. The first failure ends a burst, and is in none of its times.
 *
 * @param nanos how long each of those that succeeded took, in their order
 * @param failure why the last one did not; null when all did
 */
public record Burst(long[] nanos, @Nullable Failure failure) {

    static final Burst NONE = new Burst(new long[0], null);
}
