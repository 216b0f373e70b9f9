package dev.homeport.latency.history;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.IntCountsHistogram;

/**
 * Times as a histogram from 1 µs to 60 s with three digits: a percentile is right to one part in a thousand. What took
 * longer counts as 60 s. Failures are never in it.
 */
public final class Distribution {

    /** Below so many samples a 99th percentile says no more than the slowest of them (DOMAIN R6.6). */
    public static final int ENOUGH_FOR_P99 = 500;

    /** The same for the 99.9th. */
    public static final int ENOUGH_FOR_P999 = 10_000;

    private static final long SHORTEST = TimeUnit.MICROSECONDS.toNanos(1);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);
    private static final long USUAL = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int DIGITS = 3;

    /** What was measured when nothing was. */
    public static final Distribution NONE = new Distribution(empty());

    private final AbstractHistogram histogram;

    private Distribution(AbstractHistogram histogram) {
        this.histogram = histogram;
    }

    /** Makes one distribution after the other in the same memory: the next one ends the one before. */
    static final class Scratch {

        private final AbstractHistogram histogram = empty();

        Distribution of(List<Round> rounds) {
            histogram.reset();
            rounds.forEach(round -> record(histogram, round.nanos()));
            return new Distribution(histogram);
        }
    }

    /** What these rounds measured. */
    public static Distribution of(List<Round> rounds) {
        return new Scratch().of(rounds);
    }

    /** From when the rounds were due to their first answers; a round that was missed has its part in it. */
    public static Distribution sinceDue(List<Round> rounds) {
        AbstractHistogram histogram = empty();
        rounds.forEach(round -> record(histogram, round.sinceDueNanos()));
        return new Distribution(histogram);
    }

    /** The first {@code count} of these times. */
    public static Distribution of(long[] nanos, int count) {
        AbstractHistogram histogram = empty();
        for (int i = 0; i < count; i++) {
            histogram.recordValue(inRange(nanos[i]));
        }
        return new Distribution(histogram);
    }

    /**
     * Nanoseconds: a scale that began with its first microsecond would know its single microseconds alone. It begins as
     * long as most need it, and grows where one sample needs more.
     */
    private static AbstractHistogram empty() {
        AbstractHistogram histogram = new IntCountsHistogram(1, USUAL, DIGITS);
        histogram.setAutoResize(true);
        return histogram;
    }

    private static void record(AbstractHistogram histogram, float[] nanos) {
        for (float value : nanos) {
            histogram.recordValue(inRange((long) value));
        }
    }

    private static long inRange(long nanos) {
        return Math.max(SHORTEST, Math.min(LONGEST, nanos));
    }

    public long samples() {
        return histogram.getTotalCount();
    }

    public boolean isEmpty() {
        return samples() == 0;
    }

    /** Microseconds within which that percentage of the samples were done; NaN when there are none. */
    public double micros(double percent) {
        return isEmpty() ? Double.NaN : histogram.getValueAtPercentile(percent) / 1e3;
    }

    public double minMicros() {
        return isEmpty() ? Double.NaN : histogram.getMinValue() / 1e3;
    }

    public double maxMicros() {
        return isEmpty() ? Double.NaN : histogram.getMaxValue() / 1e3;
    }

    public double p50Micros() {
        return micros(50);
    }

    public boolean isEnoughForP99() {
        return samples() >= ENOUGH_FOR_P99;
    }

    public boolean isEnoughForP999() {
        return samples() >= ENOUGH_FOR_P999;
    }

    /** The 99th percentile, or the slowest while there are too few samples for one. */
    public double p99Micros() {
        return isEnoughForP99() ? micros(99) : maxMicros();
    }

    /** The 99.9th percentile, or the slowest while there are too few samples for one. */
    public double p999Micros() {
        return isEnoughForP999() ? micros(99.9) : maxMicros();
    }

    /** p99 − p50 (DOMAIN R6.13): another number than the jitter of RFC 3550. */
    public double jitterMicros() {
        return p99Micros() - p50Micros();
    }

    /** How many samples lie in a range, both ends included, as far as three digits tell them apart. */
    public long samplesBetween(double fromMicros, double toMicros) {
        return isEmpty()
                ? 0
                : histogram.getCountBetweenValues(inRange((long) (fromMicros * 1e3)), inRange((long) (toMicros * 1e3)));
    }

    /** The percentile curve, up to what so many samples can tell. */
    public List<CurvePoint> curve() {
        return CurvePoint.of(this);
    }

    /** All samples by size, without gaps between the smallest and the largest. */
    public List<Bin> bins() {
        return isEmpty() ? List.of() : Bin.of(histogram);
    }
}
