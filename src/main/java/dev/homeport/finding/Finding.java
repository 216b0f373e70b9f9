package dev.homeport.finding;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something worth looking into. A pure function of readings.
 *
 * @param id the rule's name, {@code database-exposed}; the same in every version
 * @param subject what it is about, {@code tcp 0.0.0.0:5432}
 * @param message what is so, a sentence
 * @param why what follows from it, and why that matters
 * @param link the page that shows it; null when none does
 * @param target what somebody cannot reach because of it, for a diagnosis: {@code localhost:3000}; null when it is about
 *     something else
 */
public record Finding(
        String id,
        Severity severity,
        String subject,
        String message,
        String why,
        List<Evidence> evidence,
        Fix fix,
        @Nullable String link,
        @Nullable String target) {

    /** The worst first; equals keep the order in which the rules are. */
    public static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity);

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** One that keeps nobody from anything. */
    public Finding(
            String id,
            Severity severity,
            String subject,
            String message,
            String why,
            List<Evidence> evidence,
            Fix fix,
            @Nullable String link) {
        this(id, severity, subject, message, why, evidence, fix, link, null);
    }

    /** The same, about what somebody cannot reach. */
    public Finding keepingFrom(String unreached) {
        return new Finding(id, severity, subject, message, why, evidence, fix, link, unreached);
    }

    /** What tells this finding from the others of the same readings. */
    public String key() {
        return id + " " + subject;
    }
}
