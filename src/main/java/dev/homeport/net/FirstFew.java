package dev.homeport.net;

import java.util.List;

/** The beginning of a list, for a sentence that must not grow with it. */
public final class FirstFew {

    private FirstFew() {}

    /** {@code a, b, c and 4 more}; without the rest when there are at most {@code most}. */
    public static String of(List<String> all, int most) {
        int more = all.size() - most;
        String first = String.join(", ", all.subList(0, Math.min(most, all.size())));
        return more > 0 ? first + " and " + CountText.of(more) + " more" : first;
    }
}
