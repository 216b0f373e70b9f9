package dev.homeport.answer;

import org.jspecify.annotations.Nullable;

/** The parameter {@code limit}: how many rows of a table to show. */
public final class RowLimit {

    /** As many as a page shows unasked. */
    public static final int FIRST_ROWS = 200;

    private static final int MOST_ROWS = 100_000;

    private RowLimit() {}

    /** @throws BadParameter when it is no number of rows */
    public static int parse(@Nullable String given) {
        return NumberParameter.parse("limit", given, "a number of rows", FIRST_ROWS, 1, MOST_ROWS);
    }
}
