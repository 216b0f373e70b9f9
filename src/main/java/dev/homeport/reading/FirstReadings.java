package dev.homeport.reading;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the start go on when there is a first reading of everything, so that the first page has no holes: after the
 * collectors' threads have started, and before the web server does.
 */
final class FirstReadings implements SmartLifecycle {

    /** How long the start waits for all of them; what is slower is shown as missing until it is there. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<CollectorThread> threads;
    private volatile boolean running;

    FirstReadings(List<CollectorThread> threads) {
        this.threads = threads.stream().filter(CollectorThread::isAwaited).toList();
    }

    /** Those that the start waits for. */
    List<CollectorThread> awaited() {
        return threads;
    }

    @Override
    public void start() {
        running = true;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (CollectorThread thread : threads) {
                thread.awaitFirstReading(Duration.ofNanos(deadline - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return CollectorThread.PHASE + 1;
    }
}
