package dev.homeport.interfaces;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a working loopback needs, and how it is here.
 *
 * @param need which of them
 * @param subject what was looked at
 * @param observed what was seen, in the system's own words
 * @param severity null when all is as it should be
 * @param meaning why it is good so, or what follows from it
 * @param fix null when nothing needs mending
 */
public record LoopbackCheck(
        LoopbackNeed need,
        String subject,
        Evidence observed,
        @Nullable Severity severity,
        String meaning,
        @Nullable Fix fix) {

    /** The name of the finding that it becomes when it is not as it should be. */
    public String id() {
        return need.text();
    }

    static LoopbackCheck good(LoopbackNeed need, String subject, Evidence observed, String meaning) {
        return new LoopbackCheck(need, subject, observed, null, meaning, null);
    }

    /** The same as something that follows from another one, and needs no mending of its own. */
    LoopbackCheck asConsequence() {
        return severity == null
                ? this
                : new LoopbackCheck(
                        need, subject, observed, Severity.INFO, "It follows from what is said above.", null);
    }

    /** The same of another network namespace: a command for this machine's terminal would not mend it. */
    LoopbackCheck elsewhere() {
        return fix == null
                ? this
                : new LoopbackCheck(
                        need,
                        subject,
                        observed,
                        severity,
                        meaning,
                        fix.inWords("In there, " + fix.command() + " " + fix.note() + "."));
    }

    /** What it says, as a finding; empty when all is well. */
    Optional<Finding> finding() {
        return severity == null || fix == null
                ? Optional.empty()
                : Optional.of(new Finding(
                        id(),
                        severity,
                        subject,
                        subject + ": " + observed.observed() + ".",
                        meaning,
                        List.of(observed),
                        fix,
                        "/interfaces#loopback"));
    }
}
