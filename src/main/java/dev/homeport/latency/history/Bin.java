package dev.homeport.latency.history;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Times that fall into the same part of a scale on which each decade is as wide as the next.
 *
 * @param fromMicros included, {@code toMicros} is not
 */
public record Bin(double fromMicros, double toMicros, long samples) {

    private static final int PER_DECADE = 10;

    /** All samples of a histogram of nanoseconds that is not empty, without gaps between the smallest and the largest. */
    static List<Bin> of(AbstractHistogram histogram) {
        int first = number(histogram.getMinNonZeroValue());
        long[] counts = new long[number(histogram.getMaxValue()) - first + 1];
        for (HistogramIterationValue value : histogram.recordedValues()) {
            int bin = number(histogram.lowestEquivalentValue(value.getValueIteratedTo())) - first;
            counts[Math.max(0, Math.min(counts.length - 1, bin))] += value.getCountAtValueIteratedTo();
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            bins.add(new Bin(edge(first + i), edge(first + i + 1), counts[i]));
        }
        return bins;
    }

    private static int number(long nanos) {
        return (int) Math.floor(Math.log10(nanos / 1e3) * PER_DECADE + 1e-9);
    }

    private static double edge(int number) {
        return Math.pow(10, (double) number / PER_DECADE);
    }
}
