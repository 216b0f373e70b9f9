package dev.homeport.diagnosis.cause;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cause that explains what was observed.
 *
 * @param sentence what is so here, with this machine's names and numbers
 * @param remedy null when nothing needs mending, or nobody knows what would
 * @param test what would tell it from the other causes; null when nothing is left to tell
 */
public record Cause(
        CauseCode code,
        Confidence confidence,
        String sentence,
        List<Observation> evidence,
        @Nullable Remedy remedy,
        @Nullable String test) {

    public Cause {
        evidence = List.copyOf(evidence);
    }
}
