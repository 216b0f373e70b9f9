package dev.homeport.latency.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.Decimals;
import dev.homeport.answer.ReadingHead;
import dev.homeport.latency.Latency;
import dev.homeport.latency.OwnLoad;
import dev.homeport.latency.clockwork.Punctuality;
import dev.homeport.latency.probe.Failure;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.probe.Reasons;
import dev.homeport.reading.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/latency}: what was measured in the last minute.
 *
 * @param windowSeconds how long that is
 * @param schedule null while nothing was measured
 * @param load what measuring costs; null while nothing was measured
 */
record LatencyAnswer(
        @JsonUnwrapped ReadingHead head,
        long windowSeconds,
        List<TargetAnswer> targets,
        @Nullable ScheduleAnswer schedule,
        @Nullable LoadAnswer load) {

    /**
     * A target.
     *
     * @param status {@code ok}, {@code failing} or {@code unavailable}; null while nothing was measured
     * @param outcome what the last exchange failed with, {@code timed-out} for example; null when it succeeded
     * @param reason the same for people; null when it succeeded
     */
    record TargetAnswer(
            String id,
            String kind,
            String address,
            @Nullable String status,
            @Nullable String outcome,
            @Nullable String reason,
            @JsonUnwrapped Times times) {

        static TargetAnswer of(Latency latency, ProbeTarget target) {
            Failure failure = latency.failure(target);
            return new TargetAnswer(
                    target.id(),
                    target.kind().text(),
                    target.address(),
                    latency.status(target).map(Latency.Status::text).orElse(null),
                    failure == null ? null : failure.outcome().text(),
                    failure == null ? null : Reasons.of(target, failure),
                    Times.of(latency.now(target), latency.failures(target, Latency.NOW)));
        }
    }

    /** When rounds are measured, and how punctually. */
    record ScheduleAnswer(long intervalMillis, long rounds, long late, long missed, double latestMillis) {

        static ScheduleAnswer of(Latency latency) {
            Punctuality punctuality = latency.punctuality();
            return new ScheduleAnswer(
                    latency.interval().toMillis(),
                    punctuality.rounds(),
                    punctuality.late(),
                    punctuality.missed(),
                    punctuality.latest().toNanos() / 1e6);
        }
    }

    /** Processor time since the start. */
    record LoadAnswer(double cpuMillis, double runningSeconds, double percentOfCore, int sockets) {

        static LoadAnswer of(OwnLoad load) {
            return new LoadAnswer(
                    load.cpu().toNanos() / 1e6,
                    load.running().toMillis() / 1e3,
                    Decimals.round(load.percentOfCore(), 4),
                    load.sockets());
        }
    }

    static LatencyAnswer of(Reading<Latency> reading) {
        Optional<Latency> known = reading.latest();
        return new LatencyAnswer(
                ReadingHead.of(reading),
                Latency.NOW.toSeconds(),
                known.map(LatencyAnswer::targets).orElse(List.of()),
                known.map(ScheduleAnswer::of).orElse(null),
                known.map(latency -> LoadAnswer.of(latency.load())).orElse(null));
    }

    private static List<TargetAnswer> targets(Latency latency) {
        return Arrays.stream(ProbeTarget.values())
                .map(target -> TargetAnswer.of(latency, target))
                .toList();
    }
}
