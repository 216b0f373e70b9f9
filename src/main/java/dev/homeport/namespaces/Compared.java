package dev.homeport.namespaces;

import dev.homeport.namespaces.compare.Comparison;
import dev.homeport.namespaces.side.Side;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two sides at one moment, compared: what the page draws and the API tells.
 *
 * @param now all that could be chosen
 * @param left what is known of the left side; null when there is none, or it does not answer
 * @param comparison null when there are no two sides that answer
 * @param missing why there are no two, a sentence; null when there are
 */
record Compared(
        CurrentSides.Moment now,
        CompareChoice choice,
        @Nullable Side left,
        @Nullable Side right,
        @Nullable Comparison comparison,
        @Nullable String missing) {

    static Compared of(CurrentSides.Moment now, CompareChoice choice) {
        Side left = choice.left().flatMap(one -> one.side().get()).orElse(null);
        Side right = choice.right().flatMap(one -> one.side().get()).orElse(null);
        return left == null || right == null
                ? new Compared(now, choice, left, right, null, missing(choice, left == null))
                : new Compared(now, choice, left, right, Comparison.of(left, right, now.publications()), null);
    }

    /** Instead of a side that is not there nothing is shown: it would look as if it were that. */
    static Compared nothing(CurrentSides.Moment now) {
        CompareChoice none = new CompareChoice(Optional.empty(), Optional.empty());
        return new Compared(now, none, null, null, null, "What was asked for is not in sight, or not any more.");
    }

    private static String missing(CompareChoice choice, boolean isLeftSilent) {
        if (choice.left().isEmpty() || choice.right().isEmpty()) {
            return "There is no second loopback in sight.";
        }
        CurrentSides.Candidate silent =
                isLeftSilent ? choice.left().get() : choice.right().get();
        return "Nothing is known of " + silent.name() + ". "
                + Optional.ofNullable(silent.reason()).orElse("");
    }
}
