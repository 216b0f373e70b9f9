package dev.homeport.latency.probe;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Measures one target: keeps its exchange open, warms a new one up, and opens it anew after a failure. Used by one thread;
 * another one may close it.
 */
public final class Prober implements Closeable {

    /** What is not there is looked for in every so many bursts only. */
    private static final int REST = 6;

    private final Exchange.Opening opening;
    private final Habit habit;
    private final Watch watch;
    private boolean warm;
    private @Nullable Failure absence;
    private int rest;
    private volatile @Nullable Exchange exchange;
    private volatile boolean closed;

    /**
     * How a target is measured.
     *
     * @param warmUp how many are not counted at first: the very first takes twenty times as long (DOMAIN R6.5)
     * @param kept whether an exchange stays open from one burst to the next
     * @param mayBeAbsent whether a machine may do without it
     */
    public record Habit(int warmUp, boolean kept, boolean mayBeAbsent) {}

    public Prober(Exchange.Opening opening, Habit habit, Watch watch) {
        this.opening = opening;
        this.habit = habit;
        this.watch = watch;
    }

    /** Measures {@code count} times, after one time that is not counted: a processor that slept is slow at first. */
    public Burst burst(int count) {
        if (absence != null && rest-- > 0) {
            return new Burst(new long[0], absence);
        }
        absence = null;
        try {
            Exchange ready = exchange;
            if (ready == null) {
                ready = opening.open();
                exchange = ready;
            }
            Burst burst = measure(ready, warm ? 1 : habit.warmUp(), count);
            warm = burst.failure() == null;
            if (!habit.kept()) {
                end();
            }
            return burst;
        } catch (IOException e) {
            return notOpened(Failure.of(e));
        }
    }

    private Burst notOpened(Failure failure) {
        Failure known = habit.mayBeAbsent() ? failure.asAbsence() : failure;
        if (known.absence()) {
            absence = known;
            rest = REST - 1;
        }
        return failed(new long[0], 0, known);
    }

    /** The loop allocates nothing, unless an exchange itself must. */
    private Burst measure(Exchange ready, int uncounted, int count) {
        long[] nanos = new long[count];
        int done = -uncounted;
        try (Watch.Guard guard = watch.guard(ready)) {
            try {
                for (; done < count; done++) {
                    guard.start();
                    long took = ready.once();
                    if (done >= 0) {
                        nanos[done] = took;
                    }
                }
                return new Burst(nanos, null);
            } catch (IOException e) {
                return failed(nanos, Math.max(0, done), Failure.of(e, guard.hasStruck()));
            }
        }
    }

    private Burst failed(long[] nanos, int done, Failure failure) {
        end();
        return closed ? Burst.NONE : new Burst(Arrays.copyOf(nanos, done), failure);
    }

    /** How many sockets it keeps open. */
    public int sockets() {
        Exchange open = exchange;
        return open == null ? 0 : open.sockets();
    }

    private void end() {
        Exchange ending = exchange;
        exchange = null;
        if (ending != null) {
            try {
                ending.close();
            } catch (IOException e) {
                // It has failed already, and is forgotten: the next one is opened anew.
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        end();
    }
}
