package dev.homeport.health.expectation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an expectation.
 *
 * @param actual what was found, or why it is not known
 * @param difference what of it is not as expected, or why that is not known, a sentence; null when it is met
 */
public record ExpectationVerdict(
        Expectation expectation,
        Fulfilment standing,
        String actual,
        @Nullable String difference) {

    static ExpectationVerdict met(Expectation expectation, String actual) {
        return new ExpectationVerdict(expectation, Fulfilment.MET, actual, null);
    }

    static ExpectationVerdict unknown(Expectation expectation, String actual, String why) {
        return new ExpectationVerdict(expectation, Fulfilment.UNKNOWN, actual, why);
    }

    static ExpectationVerdict unmet(Expectation expectation, String actual, List<String> differences) {
        return new ExpectationVerdict(expectation, Fulfilment.UNMET, actual, String.join(" ", differences));
    }

    /** Where a reading that it needs is not fresh. */
    static ExpectationVerdict unread(Expectation expectation, String reason) {
        return unknown(expectation, "Not known.", "It could not be looked at: " + reason);
    }

    /** What it is called. */
    public String name() {
        return expectation.name();
    }
}
