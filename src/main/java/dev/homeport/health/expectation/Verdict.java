package dev.homeport.health.expectation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an expectation.
 *
 * @param actual what was found, or why it is not known
 * @param difference what of it is not as expected, or why that is not known, a sentence; null when it is met
 */
public record Verdict(
        Expectation expectation,
        Standing standing,
        String actual,
        @Nullable String difference) {

    static Verdict met(Expectation expectation, String actual) {
        return new Verdict(expectation, Standing.MET, actual, null);
    }

    static Verdict unknown(Expectation expectation, String actual, String why) {
        return new Verdict(expectation, Standing.UNKNOWN, actual, why);
    }

    static Verdict unmet(Expectation expectation, String actual, List<String> differences) {
        return new Verdict(expectation, Standing.UNMET, actual, String.join(" ", differences));
    }

    /** Where a reading that it needs is not fresh. */
    static Verdict unread(Expectation expectation, String reason) {
        return unknown(expectation, "Not known.", "It could not be looked at: " + reason);
    }

    /** What it is called. */
    public String name() {
        return expectation.name();
    }
}
