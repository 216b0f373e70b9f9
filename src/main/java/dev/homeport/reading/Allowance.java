package dev.homeport.reading;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that may be spent on work that can wait: a small share of the time that passes. Work that took long is
 * followed by a long pause, so that its cost stays the same on a small machine and on a large one. The first piece of
 * work is free to begin. Used by one thread.
 */
public final class Allowance {

    /** A debt greater than this many savings is forgotten: one very dear piece must not end the work for minutes. */
    private static final int DEBT = 20;

    private final int share;
    private final long most;
    private final LongSupplier ticker;
    private long countedAt;
    private long left = 1;

    /**
     * @param share one part in this many
     * @param most what may be saved up
     * @param ticker nanoseconds, as {@link System#nanoTime}
     */
    public Allowance(int share, Duration most, LongSupplier ticker) {
        this.share = share;
        this.most = most.toNanos();
        this.ticker = ticker;
        this.countedAt = ticker.getAsLong();
    }

    /** Whether a piece of work may begin now; how long it takes need not be known before. */
    public boolean isLeft() {
        long now = ticker.getAsLong();
        long earned = (now - countedAt) / share;
        countedAt += earned * share;
        left = Math.min(most, left + earned);
        return left > 0;
    }

    /** Takes off what a piece of work cost that began at {@code startNanos}. */
    public void payFrom(long startNanos) {
        left = Math.max(-DEBT * most, left - (ticker.getAsLong() - startNanos));
    }

    /** The time now. */
    public long now() {
        return ticker.getAsLong();
    }
}
