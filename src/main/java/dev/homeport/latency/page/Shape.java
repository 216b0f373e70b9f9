package dev.homeport.latency.page;

import dev.homeport.latency.history.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Distributions beside each other: the numbers of the histogram and of the percentile curve.
 *
 * @param names of the distributions, the heads of the columns
 * @param curve a row for each percentile that one of them can tell
 * @param bins a row for each part of the scale, from the fastest sample of all to the slowest
 */
record Shape(List<String> names, List<CurveRow> curve, List<BinRow> bins) {

    /** @param micros one for each distribution, null where it has too few samples for that */
    record CurveRow(double percent, List<@Nullable Double> micros) {}

    /** @param samples one for each distribution */
    record BinRow(double fromMicros, double toMicros, List<Long> samples) {}

    static Shape of(List<String> names, List<Distribution> distributions) {
        return new Shape(names, curve(distributions), bins(distributions));
    }

    public boolean isEmpty() {
        return bins.isEmpty();
    }

    private static List<CurveRow> curve(List<Distribution> distributions) {
        SortedSet<Double> percents = new TreeSet<>();
        List<Map<Double, Double>> columns = new ArrayList<>();
        for (Distribution distribution : distributions) {
            Map<Double, Double> column = new TreeMap<>();
            distribution.curve().forEach(step -> column.put(step.percent(), step.micros()));
            percents.addAll(column.keySet());
            columns.add(column);
        }
        List<CurveRow> rows = new ArrayList<>();
        for (Double percent : percents) {
            List<@Nullable Double> micros = new ArrayList<>();
            columns.forEach(column -> micros.add(column.get(percent)));
            rows.add(new CurveRow(percent, micros));
        }
        return rows;
    }

    private static List<BinRow> bins(List<Distribution> distributions) {
        Map<Double, BinRow> rows = new TreeMap<>();
        List<Map<Double, Long>> columns = new ArrayList<>();
        for (Distribution distribution : distributions) {
            Map<Double, Long> column = new TreeMap<>();
            distribution.bins().forEach(bin -> {
                column.put(bin.fromMicros(), bin.samples());
                rows.putIfAbsent(bin.fromMicros(), new BinRow(bin.fromMicros(), bin.toMicros(), List.of()));
            });
            columns.add(column);
        }
        return rows.values().stream()
                .map(row -> new BinRow(
                        row.fromMicros(),
                        row.toMicros(),
                        columns.stream()
                                .map(column -> column.getOrDefault(row.fromMicros(), 0L))
                                .toList()))
                .toList();
    }
}
