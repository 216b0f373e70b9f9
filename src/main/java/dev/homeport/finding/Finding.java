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
 */
public record Finding(
        String id,
        Severity severity,
        String subject,
        String message,
        String why,
        List<Evidence> evidence,
        Fix fix,
        @Nullable String link) {

    /** The worst first; equals keep the order in which the rules are. */
    public static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity);

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** What tells this finding from the others of the same readings. */
    public String key() {
        return id + " " + subject;
    }
}
