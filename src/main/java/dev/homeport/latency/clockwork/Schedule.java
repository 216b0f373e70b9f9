package dev.homeport.latency.clockwork;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Moments at a fixed distance from each other: the first one, and each period after it (DOMAIN R6.7). Whoever comes late
 * is told by how much, and which moments went by unused. Used by one thread.
 */
final class Schedule {

    /** Who comes a little before a moment means that one: two clocks are read, one after the other. */
    private static final int EARLY = 10;

    /** Of moments longer ago than that nobody wants to hear. */
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final long period;
    private long start;
    private long last = -1;

    Schedule(Duration period) {
        this.period = period.toNanos();
    }

    /**
     * A moment that is used.
     *
     * @param late how long ago it was
     * @param missed how long ago those moments before it were that nobody used, the earliest first
     */
    record Tick(Duration late, List<Duration> missed) {}

    /** The moment that it is time for at {@code now}, by {@link System#nanoTime}. */
    Tick at(long now) {
        if (last < 0) {
            start = now;
        }
        long index = Math.max(last + 1, (now - start + period / EARLY) / period);
        long earliest = Math.max(last + 1, index - REMEMBERED.toNanos() / period);
        List<Duration> missed = LongStream.range(earliest, index)
                .mapToObj(moment -> since(moment, now))
                .toList();
        last = index;
        return new Tick(since(index, now), missed);
    }

    private Duration since(long moment, long now) {
        return Duration.ofNanos(Math.max(0, now - start - moment * period));
    }
}
