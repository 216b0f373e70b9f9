package dev.homeport.reading;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets threads wait for a reading that another thread takes. */
final class Arrivals {

    private final Object monitor = new Object();

    /** Waits until the one has come that is wanted, but no longer than {@code patience}. */
    void await(BooleanSupplier hasCome, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (monitor) {
            long left = patience.toNanos();
            while (left > 0 && !hasCome.getAsBoolean()) {
                TimeUnit.NANOSECONDS.timedWait(monitor, left);
                left = deadline - System.nanoTime();
            }
        }
    }

    /** One has come: whoever waits looks whether it is theirs. */
    void announce() {
        synchronized (monitor) {
            monitor.notifyAll();
        }
    }
}
