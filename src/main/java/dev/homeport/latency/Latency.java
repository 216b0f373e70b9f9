package dev.homeport.latency;

import dev.homeport.latency.clockwork.Punctuality;
import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.history.Round;
import dev.homeport.latency.history.Track;
import dev.homeport.latency.probe.Failure;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.net.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of loopback's latency at one moment.
 *
 * @param at the moment
 * @param interval from one round to the next
 * @param tracks of each target, the last 24 hours
 * @param lastMinute what was measured in the last {@link #NOW}: made once, as everybody asks for it
 * @param usual the median of the last 24 hours in microseconds, of targets that are measured for long enough
 * @param load what measuring costs
 * @param pressure what makes programs wait
 */
public record Latency(
        Instant at,
        Duration interval,
        Map<ProbeTarget, Track> tracks,
        Map<ProbeTarget, Distribution> lastMinute,
        Map<ProbeTarget, Double> usual,
        Punctuality punctuality,
        OwnLoad load,
        Pressure pressure) {

    /** What “now” means: the answers of {@code /api/latency} are about this long. */
    public static final Duration NOW = Duration.ofSeconds(60);

    public Latency {
        tracks = Map.copyOf(tracks);
        lastMinute = Map.copyOf(lastMinute);
        usual = Map.copyOf(usual);
    }

    /** What the tracks hold of the last {@link #NOW} before {@code at}. */
    static Map<ProbeTarget, Distribution> lastMinute(Map<ProbeTarget, Track> tracks, Instant at) {
        return tracks.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        track -> Distribution.of(track.getValue().since(at.minus(NOW)))));
    }

    /** Whether a target can be measured, and whether it answers. */
    public enum Status implements Named {
        /** The last exchange succeeded. */
        OK,
        /** The last one failed. */
        FAILING,
        /** There is nothing to measure here: no IPv6, or a system that does not let us. */
        UNAVAILABLE
    }

    public Track track(ProbeTarget target) {
        return tracks.getOrDefault(target, Track.EMPTY);
    }

    /** How the last round of a target went; empty while there was none. */
    public Optional<Status> status(ProbeTarget target) {
        return track(target).last().map(round -> status(round.failure()));
    }

    /** Whether the last round of a target went so; a target of which there was none has no status. */
    public boolean is(Status status, ProbeTarget target) {
        return status(target).filter(status::equals).isPresent();
    }

    private static Status status(@Nullable Failure failure) {
        if (failure == null) {
            return Status.OK;
        }
        return failure.absence() ? Status.UNAVAILABLE : Status.FAILING;
    }

    /** Why the last exchange failed; null when it did not. */
    public @Nullable Failure failure(ProbeTarget target) {
        return track(target).last().map(Round::failure).orElse(null);
    }

    /** The rounds of the last while. */
    public List<Round> last(ProbeTarget target, Duration range) {
        return track(target).since(at.minus(range));
    }

    /** How many exchanges failed in the last while. */
    public long failures(ProbeTarget target, Duration range) {
        return track(target).failuresSince(at.minus(range));
    }

    /** What was measured in the last minute. */
    public Distribution now(ProbeTarget target) {
        return lastMinute.getOrDefault(target, Distribution.NONE);
    }

    /** What was measured in the last round; empty when nothing was. */
    public Distribution lastRound(ProbeTarget target) {
        return Distribution.of(track(target).last().stream().toList());
    }

    /** What was measured in the last while. */
    public Distribution of(ProbeTarget target, Duration range) {
        return Distribution.of(last(target, range));
    }
}
