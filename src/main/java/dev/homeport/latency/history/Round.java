package dev.homeport.latency.history;

import dev.homeport.latency.probe.Burst;
import dev.homeport.latency.probe.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one round of samples brought, or all rounds of a minute together. Times are kept as floats: 24 bits are more than
 * the histogram's three digits, and half of what a long takes.
 */
public final class Round {

    private static final float SLOW_NANOS = 1e6f;

    private final Instant at;
    private final float[] nanos;
    private final float[] sinceDueNanos;
    private final int failures;
    private final @Nullable Failure failure;

    private Round(Instant at, float[] nanos, float[] sinceDueNanos, int failures, @Nullable Failure failure) {
        this.at = at;
        this.nanos = nanos;
        this.sinceDueNanos = sinceDueNanos;
        this.failures = failures;
        this.failure = failure;
    }

    /**
     * A round that was measured.
     *
     * @param due when it should have begun
     * @param late how much later it began
     */
    public static Round of(Instant due, Duration late, Burst burst) {
        float[] nanos = new float[burst.nanos().length];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = burst.nanos()[i];
        }
        float first = nanos.length == 0 ? 0 : nanos[0];
        float[] sinceDue = nanos.length == 0 ? new float[0] : new float[] {late.toNanos() + first};
        boolean failed = burst.failure() != null && !burst.failure().absence();
        return new Round(due, nanos, sinceDue, failed ? 1 : 0, burst.failure());
    }

    /**
     * A round that was not measured in its time. Who had asked then would have waited at least this long: to leave that
     * out is coordinated omission (DOMAIN R6.7).
     */
    public static Round missed(Instant due, Duration late) {
        return new Round(due, new float[0], new float[] {late.toNanos()}, 0, null);
    }

    /** The rounds of a while, at least one, as one that began at {@code at}. */
    static Round merged(Instant at, List<Round> rounds) {
        Failure last = null;
        int failures = 0;
        for (Round round : rounds) {
            failures += round.failures;
            last = round.failure == null ? last : round.failure;
        }
        return new Round(
                at,
                joined(rounds.stream().map(round -> round.nanos).toList()),
                joined(rounds.stream().map(round -> round.sinceDueNanos).toList()),
                failures,
                last);
    }

    private static float[] joined(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int length = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, length, part.length);
            length += part.length;
        }
        return all;
    }

    /** When it was due. */
    public Instant at() {
        return at;
    }

    /** How many exchanges succeeded. */
    public int samples() {
        return nanos.length;
    }

    /** How many failed, and are in no distribution. */
    public int failures() {
        return failures;
    }

    /** Why the last of these failed; null when none did. */
    public @Nullable Failure failure() {
        return failure;
    }

    /** Whether it brought a failure, or any time that a healthy loopback does not take. */
    public boolean isSlowOrFailed() {
        boolean slow = failures > 0;
        for (float value : nanos) {
            slow |= value > SLOW_NANOS;
        }
        return slow;
    }

    /** Gives each sample's time to {@code taker}, in nanoseconds. */
    public void eachNanos(DoubleConsumer taker) {
        for (float value : nanos) {
            taker.accept(value);
        }
    }

    /** How long each sample took, in nanoseconds; not to be changed. */
    float[] nanos() {
        return nanos;
    }

    /** From when a round was due to its first answer, in nanoseconds; missed rounds too. Not to be changed. */
    float[] sinceDueNanos() {
        return sinceDueNanos;
    }
}
