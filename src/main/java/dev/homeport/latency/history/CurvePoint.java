package dev.homeport.latency.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** A point of the percentile curve: {@code percent} of all samples took no longer than that. */
public record CurvePoint(double percent, double micros) {

    private static final double[] PERCENTS = {0, 10, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99};

    /** Up to what so many samples can tell: five of them beyond p99, ten beyond those after it. */
    static List<CurvePoint> of(Distribution distribution) {
        if (distribution.isEmpty()) {
            return List.of();
        }
        List<CurvePoint> points = new ArrayList<>();
        DoubleStream.of(PERCENTS)
                .filter(percent -> (100 - percent) * distribution.samples() >= (percent <= 99 ? 500 : 1000))
                .forEach(percent -> points.add(new CurvePoint(percent, distribution.micros(percent))));
        points.add(new CurvePoint(100, distribution.maxMicros()));
        return points;
    }
}
