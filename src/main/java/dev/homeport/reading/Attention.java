package dev.homeport.reading;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether anybody looks. While somebody does, readings are taken at their watched pace, else at their idle one. A look
 * lasts a while, so that a page that is read, or a script that asks every few seconds, keeps its readings lively.
 */
public final class Attention {

    private static final Duration LASTS = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition roused = lock.newCondition();
    private boolean everPaid;
    private long paidAtNanos;

    /** Somebody looks now. */
    public void pay() {
        lock.lock();
        try {
            everPaid = true;
            paidAtNanos = System.nanoTime();
            roused.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody has looked within the last half minute. */
    public boolean isPaid() {
        lock.lock();
        try {
            return everPaid && System.nanoTime() - paidAtNanos < LASTS.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for that long, or until somebody looks; not at all when somebody does already. */
    void awaitLook(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long remaining = atMost.toNanos();
            while (remaining > 0 && !isPaid()) {
                remaining = roused.awaitNanos(remaining);
            }
        } finally {
            lock.unlock();
        }
    }
}
