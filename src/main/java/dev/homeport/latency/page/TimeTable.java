package dev.homeport.latency.page;

import dev.homeport.latency.Latency;
import dev.homeport.latency.history.Series;
import dev.homeport.latency.probe.ProbeKind;
import dev.homeport.latency.probe.ProbeTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The targets of a kind over time: the chart's numbers.
 *
 * @param rows the newest first
 * @param step how long a row is
 */
record TimeTable(List<ProbeTarget> targets, List<Row> rows, Instant from, Instant to, Duration step) {

    /**
     * A step.
     *
     * @param points one for each target, null where nothing was measured
     */
    record Row(Instant at, List<Series.@Nullable Point> points) {

        /** Whether nothing was even tried, because none of the targets is there. */
        private boolean isEmpty() {
            return points.stream().allMatch(point -> point == null || point.samples() + point.failures() == 0);
        }
    }

    static TimeTable of(Latency latency, ProbeKind kind, Duration range) {
        List<ProbeTarget> targets = ProbeTarget.of(kind);
        Map<Instant, List<Series.@Nullable Point>> byTime = new TreeMap<>(Comparator.reverseOrder());
        Duration step = Duration.ZERO;
        for (int column = 0; column < targets.size(); column++) {
            Series series = Series.of(latency.track(targets.get(column)), latency.at(), range, latency.interval());
            step = series.step();
            for (Series.Point point : series.points()) {
                byTime.computeIfAbsent(point.at(), at -> empty(targets.size())).set(column, point);
            }
        }
        List<Row> rows = new ArrayList<>();
        byTime.forEach((at, points) -> rows.add(new Row(at, points)));
        rows.removeIf(Row::isEmpty);
        return new TimeTable(targets, rows, latency.at().minus(range), latency.at(), step);
    }

    private static List<Series.@Nullable Point> empty(int size) {
        List<Series.@Nullable Point> points = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            points.add(null);
        }
        return points;
    }
}
