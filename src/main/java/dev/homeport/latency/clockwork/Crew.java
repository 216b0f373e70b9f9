package dev.homeport.latency.clockwork;

import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Does pieces of work one after the other, so that none disturbs another. Only while one of them hangs does a further
 * thread go on with the rest: to wake one costs more than the work does.
 */
final class Crew {

    private final Executor threads;
    private final Runnable whileWaiting;

    /**
     * @param threads as many as are asked for
     * @param whileWaiting done at first, and now and then while something hangs, by the thread that waits
     */
    Crew(Executor threads, Runnable whileWaiting) {
        this.threads = threads;
        this.whileWaiting = whileWaiting;
    }

    /**
     * Does all of it, and waits until it is done.
     *
     * @param alone how long a piece may hang before the next one begins
     * @param patience how long to wait for all; what hangs longer goes on unattended
     */
    void work(Collection<Runnable> pieces, Duration alone, Duration patience) throws InterruptedException {
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>(pieces);
        CountDownLatch unfinished = new CountDownLatch(pieces.size());
        whileWaiting.run();
        long deadline = System.nanoTime() + patience.toNanos();
        threads.execute(() -> takeTurns(waiting, unfinished));
        long before = unfinished.getCount();
        while (!unfinished.await(alone.toNanos(), TimeUnit.NANOSECONDS)
                && (!waiting.isEmpty() || System.nanoTime() < deadline)) {
            whileWaiting.run();
            if (unfinished.getCount() == before && !waiting.isEmpty()) {
                threads.execute(() -> takeTurns(waiting, unfinished));
            }
            before = unfinished.getCount();
        }
    }

    private static void takeTurns(Queue<Runnable> waiting, CountDownLatch unfinished) {
        Runnable piece = waiting.poll();
        while (piece != null) {
            try {
                piece.run();
            } finally {
                unfinished.countDown();
            }
            piece = waiting.poll();
        }
    }
}
