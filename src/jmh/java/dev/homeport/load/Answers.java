package dev.homeport.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** How long answers took, by what was asked for, in microseconds; and how many were no answers. Safe for threads. */
final class Answers {

    private static final int DIGITS = 3;

    private final Map<String, Histogram> micros = new TreeMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();

    synchronized void took(String what, long tookMicros) {
        micros.computeIfAbsent(what, key -> new Histogram(DIGITS)).recordValue(tookMicros);
    }

    synchronized void failed(String what, String why) {
        failures.merge(what + ": " + why, 1, Integer::sum);
    }

    /** What there was until now; begins anew. */
    synchronized Answers taken() {
        Answers taken = new Answers();
        taken.add(this);
        micros.clear();
        failures.clear();
        return taken;
    }

    synchronized void add(Answers others) {
        others.micros.forEach((what, times) ->
                micros.computeIfAbsent(what, key -> new Histogram(DIGITS)).add(times));
        others.failures.forEach((what, count) -> failures.merge(what, count, Integer::sum));
    }

    synchronized Histogram all() {
        Histogram all = new Histogram(DIGITS);
        micros.values().forEach(all::add);
        return all;
    }

    synchronized int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A row each, in Markdown. */
    synchronized String table() {
        StringBuilder table = new StringBuilder("| asked for | answers | median | p99 | longest |\n"
                + "| --- | ---: | ---: | ---: | ---: |\n");
        micros.forEach((what, times) -> table.append("| %s | %,d | %.1f ms | %.1f ms | %.1f ms |%n"
                .formatted(
                        what,
                        times.getTotalCount(),
                        times.getValueAtPercentile(50) / 1000.0,
                        times.getValueAtPercentile(99) / 1000.0,
                        times.getMaxValue() / 1000.0)));
        failures.forEach((what, count) -> table.append("failed: %s, %,d times%n".formatted(what, count)));
        return table.toString();
    }
}
