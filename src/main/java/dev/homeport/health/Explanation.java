package dev.homeport.health;

import dev.homeport.finding.Fix;
import org.jspecify.annotations.Nullable;

/**
 * What is concluded from what was observed.
 *
 * @param meaning why it is so and what follows, a sentence or more
 * @param fix what mends it; null when nothing needs mending
 */
public record Explanation(
        Cause cause, String meaning, @Nullable Fix fix) {

    /** Of what is as it should be. */
    public static Explanation well(String meaning) {
        return new Explanation(Cause.NONE, meaning, null);
    }

    /** With the cause's own words. */
    public static Explanation of(Cause cause, Fix fix) {
        return new Explanation(cause, cause.meaning(), fix);
    }
}
