package dev.homeport.net;

import java.util.Locale;

/** A number of things as people read it. */
public final class CountText {

    private CountText() {}

    /** {@code 179,997}. */
    public static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 line} or {@code 1,500 lines}. */
    public static String of(long count, String one, String many) {
        return of(count) + " " + (count == 1 ? one : many);
    }
}
