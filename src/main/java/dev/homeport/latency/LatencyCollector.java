package dev.homeport.latency;

import dev.homeport.latency.clockwork.Lane;
import dev.homeport.latency.clockwork.Punctuality;
import dev.homeport.latency.history.Track;
import dev.homeport.latency.probe.Target;
import dev.homeport.reading.Collector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Measures all targets, one after the other, so that none disturbs another; one that takes long is left to itself, and
 * the next one begins.
 */
final class LatencyCollector implements Collector<Latency>, AutoCloseable {

    /** How long a target has this machine for itself. A round takes about a millisecond. */
    private static final Duration ALONE = Duration.ofMillis(50);

    private final Map<Target, Lane> lanes;
    private final Duration interval;
    private final Lock quiet;
    private final Supplier<Duration> cpu;
    private final PressureGauge pressure;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final long started;
    private final Usual usual = new Usual();

    /**
     * @param quiet held by whoever loads this machine on purpose: a round waits until it is over, and counts as late
     * @param cpu the processor time that measuring has taken
     */
    LatencyCollector(
            Map<Target, Lane> lanes,
            Duration interval,
            Lock quiet,
            Supplier<Duration> cpu,
            PressureGauge pressure,
            InstantSource clock,
            LongSupplier ticker) {
        this.lanes = new EnumMap<>(lanes);
        this.interval = interval;
        this.quiet = quiet;
        this.cpu = cpu;
        this.pressure = pressure;
        this.clock = clock;
        this.ticker = ticker;
        this.started = ticker.getAsLong();
    }

    @Override
    public Latency collect() throws InterruptedException, ExecutionException {
        quiet.lockInterruptibly();
        try {
            measure();
        } finally {
            quiet.unlock();
        }
        return state();
    }

    private void measure() throws InterruptedException, ExecutionException {
        long now = ticker.getAsLong();
        for (Lane lane : lanes.values()) {
            lane.tick(now);
            lane.await(ALONE);
        }
        long patience = interval.toNanos() / 2;
        for (Lane lane : lanes.values()) {
            lane.await(Duration.ofNanos(Math.max(0, patience - (ticker.getAsLong() - now))));
        }
    }

    private Latency state() {
        Map<Target, Track> tracks = new EnumMap<>(Target.class);
        lanes.forEach((target, lane) -> tracks.put(target, lane.track()));
        Punctuality all = lanes.values().stream()
                .map(Lane::punctuality)
                .reduce(Punctuality::and)
                .orElseThrow();
        Instant now = clock.instant();
        return new Latency(
                now,
                interval,
                tracks,
                usual.of(tracks, now),
                all,
                new OwnLoad(cpu.get(), Duration.ofNanos(ticker.getAsLong() - started)),
                pressure.read());
    }

    @Override
    public void close() {
        lanes.values().forEach(Lane::close);
    }
}
