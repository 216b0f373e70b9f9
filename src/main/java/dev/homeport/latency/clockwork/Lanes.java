package dev.homeport.latency.clockwork;

import dev.homeport.latency.history.Track;
import dev.homeport.latency.probe.ProbeTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The lanes of all targets, which are measured in turn. */
public final class Lanes implements AutoCloseable {

    /** How long a target has this machine for itself. A round takes about a millisecond. */
    private static final Duration ALONE = Duration.ofMillis(50);

    private final Map<ProbeTarget, Lane> lanes;
    private final Crew crew;

    /**
     * @param threads that measure, as many as are asked for
     * @param whileWaiting done now and then while a target hangs
     */
    public Lanes(Map<ProbeTarget, Lane> lanes, Executor threads, Runnable whileWaiting) {
        this.lanes = new EnumMap<>(lanes);
        this.crew = new Crew(threads, whileWaiting);
    }

    /**
     * Measures a round of each target that is not busy with the one before.
     *
     * @param now by {@link System#nanoTime}
     * @param patience how long to wait for all of them
     */
    public void measure(long now, Duration patience) throws InterruptedException {
        List<Runnable> rounds = new ArrayList<>();
        lanes.values().forEach(lane -> lane.round(now).ifPresent(rounds::add));
        crew.work(rounds, ALONE, patience);
    }

    /** What was measured so far. */
    public Map<ProbeTarget, Track> tracks() {
        Map<ProbeTarget, Track> tracks = new EnumMap<>(ProbeTarget.class);
        lanes.forEach((target, lane) -> tracks.put(target, lane.track()));
        return tracks;
    }

    public Punctuality punctuality() {
        Punctuality all = Punctuality.NEW;
        for (Lane lane : lanes.values()) {
            all = all.and(lane.punctuality());
        }
        return all;
    }

    /** How many sockets are kept open between two rounds. */
    public int sockets() {
        return lanes.values().stream().mapToInt(Lane::sockets).sum();
    }

    @Override
    public void close() {
        lanes.values().forEach(Lane::close);
    }
}
