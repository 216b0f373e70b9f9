package dev.homeport.latency;

import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.history.Track;
import dev.homeport.latency.probe.ProbeTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine's own usual: the median of the last 24 hours, for each target. To reckon it goes through all samples, so it
 * is done now and then only. Used by one thread.
 */
final class Usual {

    private static final Duration VALID = Duration.ofMinutes(10);

    /** After less than that nobody knows what is usual. */
    private static final Duration LEAST = Duration.ofHours(1);

    private @Nullable Instant reckonedAt;
    private Map<ProbeTarget, Double> medians = Map.of();

    /** The medians in microseconds; a target of which too little is known is not in it. */
    Map<ProbeTarget, Double> of(Map<ProbeTarget, Track> tracks, Instant now) {
        Instant last = reckonedAt;
        if (last == null || Duration.between(last, now).abs().compareTo(VALID) >= 0) {
            reckonedAt = now;
            medians = reckon(tracks, now);
        }
        return medians;
    }

    private static Map<ProbeTarget, Double> reckon(Map<ProbeTarget, Track> tracks, Instant now) {
        Map<ProbeTarget, Double> medians = new EnumMap<>(ProbeTarget.class);
        tracks.forEach((target, track) -> {
            var rounds = track.since(now.minus(Track.KEPT));
            Distribution all = Distribution.of(rounds);
            if (!all.isEmpty() && rounds.get(0).at().isBefore(now.minus(LEAST))) {
                medians.put(target, all.p50Micros());
            }
        });
        return medians;
    }
}
