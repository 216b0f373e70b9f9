package dev.homeport.reading;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody looks. While somebody does, readings are taken at their watched pace, else at their idle one. A look
 * lasts a while, so that a page that is read, or a script that asks every few seconds, keeps its readings lively.
 */
public final class Attention {

    private static final Duration LASTS = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition roused = lock.newCondition();
    private @Nullable Long paidAtNanos;
    private @Nullable Long paidHereAtNanos;

    /** Somebody looks now. */
    public void pay() {
        pay(true);
    }

    /**
     * Somebody looks now at another Homeport, which asks this one. It keeps these readings lively, and does not make this
     * one ask others more often: two that ask each other would never rest.
     */
    public void payThroughPeer() {
        pay(false);
    }

    private void pay(boolean isHere) {
        lock.lock();
        try {
            paidAtNanos = System.nanoTime();
            paidHereAtNanos = isHere ? paidAtNanos : paidHereAtNanos;
            roused.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody has looked within the last half minute. */
    public boolean isPaid() {
        lock.lock();
        try {
            return isRecent(paidAtNanos);
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody has looked here within the last half minute, and not through another Homeport. */
    public boolean isPaidHere() {
        lock.lock();
        try {
            return isRecent(paidHereAtNanos);
        } finally {
            lock.unlock();
        }
    }

    private static boolean isRecent(@Nullable Long nanos) {
        return nanos != null && System.nanoTime() - nanos < LASTS.toNanos();
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
