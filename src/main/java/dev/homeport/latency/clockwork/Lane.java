package dev.homeport.latency.clockwork;

import dev.homeport.latency.history.Round;
import dev.homeport.latency.history.Track;
import dev.homeport.latency.probe.Burst;
import dev.homeport.latency.probe.Prober;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures one target when told to, on a thread of its own: a target that hangs makes no other one late. What it does not
 * come to because it is busy still, is missed, and told so with the next round.
 */
public final class Lane implements AutoCloseable {

    private final Prober prober;
    private final int samples;
    private final Schedule schedule;
    private final ExecutorService thread;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private volatile Track track = Track.EMPTY;
    private volatile Punctuality punctuality = Punctuality.NEW;
    private @Nullable Future<?> round;

    /**
     * @param samples in a round
     * @param period between two rounds
     * @param clock what time it is, for people
     * @param ticker nanoseconds, {@link System#nanoTime}
     */
    public Lane(
            Prober prober,
            int samples,
            Duration period,
            ExecutorService thread,
            InstantSource clock,
            LongSupplier ticker) {
        this.prober = prober;
        this.samples = samples;
        this.schedule = new Schedule(period);
        this.thread = thread;
        this.clock = clock;
        this.ticker = ticker;
    }

    /**
     * It is time for a round. Called by one thread.
     *
     * @param now when that was seen, by the ticker
     */
    public void tick(long now) {
        if (round == null || round.isDone()) {
            Schedule.Tick tick = schedule.at(now);
            long handed = ticker.getAsLong();
            round = thread.submit(() -> measure(tick, handed));
        }
    }

    private void measure(Schedule.Tick tick, long handed) {
        Duration late = tick.late().plusNanos(ticker.getAsLong() - handed);
        Instant now = clock.instant();
        Burst burst = prober.burst(samples);
        Track all = track;
        for (Duration ago : tick.missed()) {
            all = all.with(Round.missed(now.minus(ago), ago));
        }
        track = all.with(Round.of(now.minus(late), late, burst));
        punctuality = punctuality.and(late, tick.missed().size());
    }

    /** Waits until the round that is under way has ended, but no longer than that. */
    public void await(Duration atMost) throws InterruptedException, ExecutionException {
        if (round != null) {
            try {
                round.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // It goes on; what it brings is seen with the next round.
            }
        }
    }

    /** What was measured so far. */
    public Track track() {
        return track;
    }

    public Punctuality punctuality() {
        return punctuality;
    }

    @Override
    public void close() {
        thread.shutdown();
        prober.close();
    }
}
