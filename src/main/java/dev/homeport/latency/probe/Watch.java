package dev.homeport.latency.probe;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends exchanges that take too long by closing them: the calls that are timed block without a limit of their own, since
 * one would cost them two system calls more. Whoever waits for them looks.
 */
public final class Watch {

    private final Duration patience;
    private final Set<Guard> guards = ConcurrentHashMap.newKeySet();

    /** @param patience how long one exchange may take */
    public Watch(Duration patience) {
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    Guard guard(Exchange exchange) {
        Guard guard = new Guard(exchange);
        guards.add(guard);
        return guard;
    }

    /** Ends what has taken too long. To be called now and then while anything is under way. */
    public void look() {
        long now = System.nanoTime();
        guards.stream().filter(guard -> guard.isOverdue(now)).forEach(Guard::strike);
    }

    /** Watches over one exchange for as long as it is open itself. */
    final class Guard implements Closeable {

        private final Exchange exchange;
        private volatile long startedNanos = System.nanoTime();
        private volatile boolean struck;

        private Guard(Exchange exchange) {
            this.exchange = exchange;
        }

        /** The next exchange starts now. */
        void start() {
            startedNanos = System.nanoTime();
        }

        /** Whether one took too long and was ended. */
        boolean hasStruck() {
            return struck;
        }

        private boolean isOverdue(long now) {
            return now - startedNanos > patience.toNanos();
        }

        private void strike() {
            struck = true;
            try {
                exchange.close();
            } catch (IOException e) {
                // It was closed all the same, and whoever waits for it will hear.
            }
        }

        @Override
        public void close() {
            guards.remove(this);
        }
    }
}
