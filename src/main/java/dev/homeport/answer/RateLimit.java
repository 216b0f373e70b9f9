package dev.homeport.answer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Lets work be done once at a time, and so many times in a minute. Whoever comes too early is told when to come again. */
public final class RateLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final int most;
    private final String what;
    private final LongSupplier ticker;
    private final Semaphore turn = new Semaphore(1);
    private final Deque<Long> startedNanos = new ArrayDeque<>();

    /**
     * @param most how often in a minute
     * @param what the work in the plural, {@code proofs}
     * @param ticker nanoseconds, {@link System#nanoTime}
     */
    public RateLimit(int most, String what, LongSupplier ticker) {
        this.most = most;
        this.what = what;
        this.ticker = ticker;
    }

    /**
     * Does the work on the calling thread.
     *
     * @throws TooManyRequests when it is being done already, or was done too often
     */
    public <T> T run(Supplier<T> work) {
        if (!turn.tryAcquire()) {
            throw new TooManyRequests("One at a time: other " + what + " are under way.", MOMENT);
        }
        try {
            count();
            return work.get();
        } finally {
            turn.release();
        }
    }

    private void count() {
        long now = ticker.getAsLong();
        startedNanos.removeIf(start -> now - start >= WINDOW.toNanos());
        if (startedNanos.size() >= most) {
            Duration wait = WINDOW.minusNanos(now - startedNanos.getFirst());
            throw new TooManyRequests("At most " + most + " " + what + " in a minute.", wait);
        }
        startedNanos.addLast(now);
    }
}
