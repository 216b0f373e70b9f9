package dev.homeport.latency.probe;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends exchanges that take too long by closing them: the calls that are timed block without a limit of their own, since
 * one would cost them two system calls more. One thread watches over all.
 */
public final class Watch implements Closeable {

    private final Duration patience;
    private final ScheduledThreadPoolExecutor clock;

    /** @param patience how long one exchange may take */
    public Watch(Duration patience) {
        this.patience = patience;
        this.clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "latency-watch");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
    }

    Duration patience() {
        return patience;
    }

    Guard guard(Exchange exchange) {
        return new Guard(exchange);
    }

    /** Watches over one exchange for as long as it is open itself. */
    final class Guard implements Closeable {

        private final Exchange exchange;
        private volatile long startedNanos = System.nanoTime();
        private volatile boolean struck;
        private @Nullable Future<?> check;
        private boolean ended;

        private Guard(Exchange exchange) {
            this.exchange = exchange;
            lookAfter(patience.toNanos());
        }

        /** The next exchange starts now. */
        void start() {
            startedNanos = System.nanoTime();
        }

        /** Whether one took too long and was ended. */
        boolean hasStruck() {
            return struck;
        }

        private synchronized void lookAfter(long nanos) {
            if (!ended) {
                check = clock.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
            }
        }

        private void look() {
            long left = patience.toNanos() - (System.nanoTime() - startedNanos);
            if (left > 0) {
                lookAfter(left);
            } else {
                strike();
            }
        }

        private synchronized void strike() {
            if (!ended) {
                struck = true;
                try {
                    exchange.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public synchronized void close() {
            ended = true;
            if (check != null) {
                check.cancel(false);
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
