package dev.homeport.answer;

import org.jspecify.annotations.Nullable;

/** Numbers with as many digits after the point as they are worth. */
public final class Decimals {

    private Decimals() {}

    /** {@code 1.25} of 1.2468, with two places. */
    public static double round(double number, int places) {
        double scale = Math.pow(10, places);
        return Math.round(number * scale) / scale;
    }

    /** The same; null for what is no finite number, for which JSON has no word. */
    public static @Nullable Double roundOrNull(double number, int places) {
        return Double.isFinite(number) ? Double.valueOf(round(number, places)) : null;
    }
}
