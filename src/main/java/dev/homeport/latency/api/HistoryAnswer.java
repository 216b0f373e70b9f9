package dev.homeport.latency.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.latency.Latency;
import dev.homeport.latency.history.Series;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/latency/history}: one target over time.
 *
 * @param stepSeconds from the beginning of a point to that of the next; where one is left out, nothing was measured
 */
record HistoryAnswer(
        @JsonUnwrapped ReadingHead head, String target, long minutes, long stepSeconds, List<PointAnswer> points) {

    /**
     * A step.
     *
     * @param at its beginning
     * @param p50Micros null when no exchange succeeded in it
     * @param p99Micros the slowest sample where there are fewer than 500
     */
    record PointAnswer(
            Instant at,
            long samples,
            @Nullable Double p50Micros,
            @Nullable Double p99Micros,
            long failures) {

        static PointAnswer of(Series.Point point) {
            return new PointAnswer(
                    point.at(),
                    point.samples(),
                    Times.micros(point.p50Micros()),
                    Times.micros(point.p99Micros()),
                    point.failures());
        }
    }

    static HistoryAnswer of(Reading<Latency> reading, ProbeTarget target, Duration range) {
        ReadingHead head = ReadingHead.of(reading);
        return reading.latest()
                .map(latency -> Series.of(latency.track(target), latency.at(), range, latency.interval()))
                .map(series -> new HistoryAnswer(
                        head,
                        target.id(),
                        range.toMinutes(),
                        series.step().toSeconds(),
                        series.points().stream()
                                .filter(point -> point.samples() + point.failures() > 0)
                                .map(PointAnswer::of)
                                .toList()))
                .orElse(new HistoryAnswer(head, target.id(), range.toMinutes(), 0, List.of()));
    }
}
