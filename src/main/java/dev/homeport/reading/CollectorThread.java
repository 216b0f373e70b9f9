package dev.homeport.reading;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The clock of one {@link CachedCollector}: a daemon thread of its own, so that a source that hangs holds up no other
 * reading and no request. It starts before the web server, which waits a moment for the first reading.
 */
public final class CollectorThread implements SmartLifecycle {

    /** How long the start waits for a first reading, at most; a slower source is shown as missing until it answers. */
    private static final Duration FIRST_READING = Duration.ofSeconds(2);

    private final CachedCollector<?> collector;
    private final Attention attention;
    private final CountDownLatch firstReading = new CountDownLatch(1);

    private volatile @Nullable Thread thread;

    public CollectorThread(CachedCollector<?> collector, Attention attention) {
        this.collector = collector;
        this.attention = attention;
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, "collector-" + collector.name());
        started.setDaemon(true);
        thread = started;
        started.start();
        try {
            firstReading.await(FIRST_READING.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Duration before = Duration.ZERO;
            long due = System.nanoTime();
            while (isRunning()) {
                Duration took = collector.collect();
                firstReading.countDown();
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

    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server, which comes late in the order of phases. */
    @Override
    public int getPhase() {
        return 0;
    }
}
