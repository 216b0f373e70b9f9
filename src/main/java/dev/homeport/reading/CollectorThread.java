package dev.homeport.reading;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The clock of one {@link CachedCollector}: a daemon thread of its own, so that a source that hangs holds up no other
 * reading and no request. All start together, before the web server, which waits a moment for the first readings ({@link
 * FirstReadings}).
 */
public final class CollectorThread implements SmartLifecycle {

    /** In the order of the start. */
    static final int PHASE = 0;

    private final CachedCollector<?> collector;
    private final Attention attention;
    private final @Nullable CollectorThread needed;
    private final boolean isAwaited;
    private final CountDownLatch firstReading = new CountDownLatch(1);

    private volatile @Nullable Thread thread;

    public CollectorThread(CachedCollector<?> collector, Attention attention) {
        this(collector, attention, null);
    }

    /** One that asks other machines: the start of this one waits for none of them. */
    public static CollectorThread unawaited(CachedCollector<?> collector, Attention attention) {
        return new CollectorThread(collector, attention, null, false);
    }

    /** @param needed of which the first reading here needs one; null when it needs none */
    public CollectorThread(CachedCollector<?> collector, Attention attention, @Nullable CollectorThread needed) {
        this(collector, attention, needed, true);
    }

    private CollectorThread(
            CachedCollector<?> collector, Attention attention, @Nullable CollectorThread needed, boolean isAwaited) {
        this.collector = collector;
        this.attention = attention;
        this.needed = needed;
        this.isAwaited = isAwaited;
    }

    /** Whether the start waits for its first reading. */
    boolean isAwaited() {
        return isAwaited;
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, "collector-" + collector.name());
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** Waits until there was a first reading, good or bad, but no longer than {@code patience}. */
    void awaitFirstReading(Duration patience) throws InterruptedException {
        firstReading.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run() {
        try {
            if (needed != null) {
                needed.awaitFirstReading(FirstReadings.PATIENCE);
            }
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
        return PHASE;
    }
}
