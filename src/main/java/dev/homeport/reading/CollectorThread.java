package dev.homeport.reading;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one {@link CachedCollector}: a daemon thread of its own, so that a source that hangs holds up no other
 * reading and no request.
 */
final class CollectorThread {

    private final CachedCollector<?> collector;
    private final Attention attention;
    private final @Nullable CachedCollector<?> needed;

    private volatile @Nullable Thread thread;

    /** @param needed of which the first reading here needs one; null when it needs none */
    CollectorThread(CachedCollector<?> collector, Attention attention, @Nullable CachedCollector<?> needed) {
        this.collector = collector;
        this.attention = attention;
        this.needed = needed;
    }

    void start() {
        Thread started = BackgroundThread.of("collector-" + collector.name(), this::run);
        thread = started;
        started.start();
    }

    private void run() {
        try {
            if (needed != null) {
                needed.awaitFirst(Readings.PATIENCE);
            }
            Duration before = Duration.ZERO;
            long due = System.nanoTime();
            while (isRunning()) {
                Duration took = collector.collect();
                due = awaitNext(due, took, before);
                before = took;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for the next period, which is a shorter one as soon as somebody looks.
     *
     * @param start when the last one was due
     * @return when the next one was due: the delays of a busy machine do not add up. Now, when that is long ago
     */
    private long awaitNext(long start, Duration took, Duration before) throws InterruptedException {
        while (isRunning()) {
            boolean watched = attention.isPaid();
            long period = collector.pace().untilNext(took, before, watched).toNanos();
            long now = System.nanoTime();
            Duration remaining = Duration.ofNanos(start + period - now);
            if (remaining.isNegative() || remaining.isZero()) {
                return -remaining.toNanos() < period ? start + period : now;
            } else if (watched) {
                TimeUnit.NANOSECONDS.sleep(remaining.toNanos());
            } else {
                attention.awaitLook(remaining);
            }
        }
        return start;
    }

    void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    private boolean isRunning() {
        return thread != null;
    }
}
