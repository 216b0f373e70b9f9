package dev.homeport.latency;

import dev.homeport.latency.clockwork.Lanes;
import dev.homeport.latency.history.Round;
import dev.homeport.latency.history.Track;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.probe.Threads;
import dev.homeport.reading.Collector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;

/** Measures all targets, and tells what is known of them. */
final class LatencyCollector implements Collector<Latency>, AutoCloseable {

    /** A little longer than an exchange may take; what takes longer still is read with the next round. */
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(5);

    private final Lanes lanes;
    private final Duration interval;
    private final Duration patience;
    private final Lock quiet;
    private final Threads threads;
    private final PressureGauge pressure;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final long started;
    private final Usual usual = new Usual();

    /**
     * @param quiet held by whoever loads this machine on purpose: a round waits until it is over, and counts as late
     * @param threads that measure; the one that collects is counted among them
     */
    LatencyCollector(
            Lanes lanes,
            Duration interval,
            Lock quiet,
            Threads threads,
            PressureGauge pressure,
            InstantSource clock,
            LongSupplier ticker) {
        this.lanes = lanes;
        this.interval = interval;
        Duration half = interval.dividedBy(2);
        this.patience = half.compareTo(MOST_PATIENCE) < 0 ? half : MOST_PATIENCE;
        this.quiet = quiet;
        this.threads = threads;
        this.pressure = pressure;
        this.clock = clock;
        this.ticker = ticker;
        this.started = ticker.getAsLong();
    }

    @Override
    public Latency collect() throws InterruptedException {
        threads.countMe();
        quiet.lockInterruptibly();
        try {
            lanes.measure(ticker.getAsLong(), patience);
        } finally {
            quiet.unlock();
        }
        return state();
    }

    private Latency state() {
        Map<ProbeTarget, Track> tracks = lanes.tracks();
        Instant now = clock.instant();
        return new Latency(
                now,
                interval,
                tracks,
                Latency.lastMinute(tracks, now),
                usual.of(tracks, now),
                lanes.punctuality(),
                new OwnLoad(threads.cpu(), Duration.ofNanos(ticker.getAsLong() - started), lanes.sockets()),
                isTroubled(tracks) ? pressure.read() : Pressure.NOT_READ);
    }

    /** While all is well nobody asks why it is not. */
    private static boolean isTroubled(Map<ProbeTarget, Track> tracks) {
        for (Track track : tracks.values()) {
            if (track.last().filter(Round::isSlowOrFailed).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        lanes.close();
    }
}
