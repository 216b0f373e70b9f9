package dev.homeport.net;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them: never zero, and never more digits than were measured (DOMAIN R6.4). */
public final class DurationText {

    private static final double MILLI = 1e3;
    private static final double SECOND = 1e6;

    private DurationText() {}

    /** {@code 21.3 µs}, {@code 1.24 ms}, {@code 3.02 s}. */
    public static String of(Duration duration) {
        return ofMicros(micros(duration));
    }

    /** The same of microseconds; a dash where there is no number. */
    public static String ofMicros(double micros) {
        if (Double.isNaN(micros)) {
            return "–";
        } else if (micros < MILLI) {
            return String.format(Locale.ROOT, "%.1f µs", micros);
        }
        return micros < SECOND ? significant(micros / MILLI) + " ms" : significant(micros / SECOND) + " s";
    }

    /** Without decimals below a millisecond, as a sentence says it: {@code 21 µs}. */
    public static String rounded(Duration duration) {
        return roundedMicros(micros(duration));
    }

    /** The same of microseconds. */
    public static String roundedMicros(double micros) {
        return micros >= 10 && micros < MILLI ? String.format(Locale.ROOT, "%.0f µs", micros) : ofMicros(micros);
    }

    private static double micros(Duration duration) {
        return duration.toNanos() / MILLI;
    }

    private static String significant(double number) {
        String format = number < 10 ? "%.2f" : number < 100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, number);
    }
}
