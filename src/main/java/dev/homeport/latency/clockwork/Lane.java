package dev.homeport.latency.clockwork;

import dev.homeport.latency.history.Round;
import dev.homeport.latency.history.Track;
import dev.homeport.latency.probe.Burst;
import dev.homeport.latency.probe.Prober;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Measures one target, round after round. What it does not come to because it is busy still is missed, and told so with
 * the next round.
 */
public final class Lane implements AutoCloseable {

    private final Prober prober;
    private final int samples;
    private final Schedule schedule;
    private final InstantSource clock;
    private volatile Track track = Track.EMPTY;
    private volatile Punctuality punctuality = Punctuality.NEW;
    private volatile boolean busy;

    /**
     * @param samples in a round
     * @param period between two rounds
     * @param clock what time it is, for people
     */
    public Lane(Prober prober, int samples, Duration period, InstantSource clock) {
        this.prober = prober;
        this.samples = samples;
        this.schedule = new Schedule(period);
        this.clock = clock;
    }

    /**
     * The round that it is time for, to be measured now; empty while the one before is not done. Called by one thread.
     *
     * @param now when that was seen, by {@link System#nanoTime}
     */
    Optional<Runnable> round(long now) {
        if (busy) {
            return Optional.empty();
        }
        busy = true;
        Schedule.Tick tick = schedule.at(now);
        return Optional.of(() -> {
            try {
                measure(tick);
            } finally {
                busy = false;
            }
        });
    }

    /** The turns of others before it are no delay of the machine: a round begins when it begins. */
    private void measure(Schedule.Tick tick) {
        Instant now = clock.instant();
        Burst burst = prober.burst(samples);
        Track all = track;
        for (Duration ago : tick.missed()) {
            all = all.with(Round.missed(now.minus(ago), ago));
        }
        track = all.with(Round.of(now.minus(tick.late()), tick.late(), burst));
        punctuality = punctuality.and(tick.late(), tick.missed().size());
    }

    /** What was measured so far. */
    public Track track() {
        return track;
    }

    /** How many sockets it keeps open between two rounds. */
    public int sockets() {
        return prober.sockets();
    }

    public Punctuality punctuality() {
        return punctuality;
    }

    @Override
    public void close() {
        prober.close();
    }
}
