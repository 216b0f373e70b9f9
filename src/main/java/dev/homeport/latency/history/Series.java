package dev.homeport.latency.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A track over time, in steps.
 *
 * @param step how long each of its points is
 * @param points those steps in which anything was measured, or should have been, in their order: where there is none,
 *     Homeport did not run
 */
public record Series(Duration step, List<Point> points) {

    /** About as many points as a chart can show apart. */
    private static final int POINTS = 60;

    private static final List<Duration> STEPS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(10));

    public Series {
        points = List.copyOf(points);
    }

    /**
     * A step.
     *
     * @param at its beginning
     * @param samples how many exchanges succeeded in it
     * @param p50Micros NaN when none did
     * @param p99Micros the slowest while there are too few samples for a 99th percentile; NaN when none succeeded
     * @param failures how many failed
     */
    public record Point(Instant at, long samples, double p50Micros, double p99Micros, long failures) {

        static Point of(Instant at, List<Round> rounds, Distribution all) {
            return new Point(
                    at,
                    all.samples(),
                    all.p50Micros(),
                    all.p99Micros(),
                    rounds.stream().mapToLong(Round::failures).sum());
        }
    }

    /**
     * The rounds of the last while.
     *
     * @param interval between two rounds: a step holds one at least
     */
    public static Series of(Track track, Instant now, Duration range, Duration interval) {
        Duration step = step(range, interval);
        Map<Instant, List<Round>> steps = new TreeMap<>();
        track.since(now.minus(range))
                .forEach(round -> steps.computeIfAbsent(beginning(round.at(), step), key -> new ArrayList<>())
                        .add(round));
        Distribution.Scratch scratch = new Distribution.Scratch();
        List<Point> points = new ArrayList<>();
        steps.forEach((at, rounds) -> points.add(Point.of(at, rounds, scratch.of(rounds))));
        return new Series(step, points);
    }

    private static Duration step(Duration range, Duration interval) {
        Duration fine = STEPS.stream()
                .filter(step -> step.multipliedBy(POINTS).compareTo(range) >= 0)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
        return fine.compareTo(interval) < 0 ? interval : fine;
    }

    private static Instant beginning(Instant at, Duration step) {
        return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), step.toMillis()) * step.toMillis());
    }
}
