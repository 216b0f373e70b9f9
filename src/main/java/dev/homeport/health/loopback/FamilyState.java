package dev.homeport.health.loopback;

import dev.homeport.health.Explanation;
import dev.homeport.net.IpFamily;
import java.time.Instant;

/**
 * How one family's loopback does.
 *
 * @param outcome {@code ok}, or what the attempt came to (DOMAIN R5.40)
 * @param observed what was seen, in the system's own words where it failed
 * @param explanation what follows from that
 * @param since when a self-test first brought this answer for this cause
 */
public record FamilyState(
        IpFamily family,
        LoopbackAnswer answer,
        String outcome,
        String observed,
        Explanation explanation,
        Instant since) {

    /** Whether it says the same as another one, whenever that was. */
    boolean isAs(FamilyState other) {
        return answer == other.answer && explanation.cause() == other.explanation.cause();
    }

    FamilyState since(Instant earlier) {
        return new FamilyState(family, answer, outcome, observed, explanation, earlier);
    }
}
