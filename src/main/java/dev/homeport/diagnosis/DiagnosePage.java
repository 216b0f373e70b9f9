package dev.homeport.diagnosis;

import dev.homeport.net.Protocol;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the page draws.
 *
 * @param target what stands in the field
 * @param diagnosis null before anything was asked, and when it made no sense
 * @param error what made none
 */
record DiagnosePage(
        String target,
        String from,
        String purpose,
        @Nullable Diagnosis diagnosis,
        @Nullable String error) {

    static DiagnosePage of(
            MultiValueMap<String, String> parameters, @Nullable Diagnosis diagnosis, @Nullable String error) {
        return new DiagnosePage(
                Optional.ofNullable(parameters.getFirst(QuestionParser.TARGET)).orElse(""),
                Optional.ofNullable(parameters.getFirst(QuestionParser.FROM)).orElse(From.HERE.text()),
                Optional.ofNullable(parameters.getFirst(QuestionParser.PURPOSE)).orElse(Purpose.REACH.text()),
                diagnosis,
                error);
    }

    public List<From> places() {
        return List.of(From.values());
    }

    public List<Purpose> purposes() {
        return List.of(Purpose.values());
    }

    /** Whether a connection could be tried that was not. */
    public boolean canTry() {
        return diagnosis != null
                && !diagnosis.isProbed()
                && diagnosis.question().purpose() == Purpose.REACH
                && diagnosis.question().from() == From.HERE
                && diagnosis.question().target().protocol() == Protocol.TCP;
    }

    /** {@code yes}, {@code no} or {@code unknown}, for style sheets. */
    public String verdict() {
        Boolean reachable = diagnosis == null ? null : diagnosis.isReachable();
        return reachable == null ? "unknown" : reachable ? "yes" : "no";
    }
}
