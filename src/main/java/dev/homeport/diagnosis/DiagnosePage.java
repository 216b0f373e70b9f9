package dev.homeport.diagnosis;

import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.diagnosis.examination.TrialText;
import dev.homeport.diagnosis.question.From;
import dev.homeport.diagnosis.question.Purpose;
import dev.homeport.diagnosis.question.QuestionParser;
import dev.homeport.diagnosis.situation.Trial;
import dev.homeport.net.DurationText;
import dev.homeport.net.Protocol;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.HostileText;
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
                given(parameters, QuestionParser.TARGET, ""),
                given(parameters, QuestionParser.FROM, From.HERE.text()),
                given(parameters, QuestionParser.PURPOSE, Purpose.REACH.text()),
                diagnosis,
                error);
    }

    private static String given(MultiValueMap<String, String> parameters, String name, String otherwise) {
        return Optional.ofNullable(parameters.getFirst(name))
                .map(HostileText::visible)
                .orElse(otherwise);
    }

    public List<From> places() {
        return List.of(From.values());
    }

    public List<Purpose> purposes() {
        return List.of(Purpose.values());
    }

    /** Whether a connection can be tried, for the first time or again. */
    public boolean canTry() {
        return diagnosis != null
                && diagnosis.question().purpose() == Purpose.REACH
                && diagnosis.question().from() == From.HERE
                && diagnosis.question().target().protocol() == Protocol.TCP;
    }

    /** What a try does, before it is done. */
    public String trying() {
        Speech speech = diagnosis == null
                ? Speech.UNKNOWN
                : diagnosis.question().target().speech();
        String asked = switch (speech) {
            case HTTP -> "asks HEAD, and GET where that gets no answer";
            case HTTPS -> "greets by TLS, asks HEAD";
            case UNKNOWN -> "sends nothing (write http:// or https:// before it, and it is asked)";
        };
        return "connects to it at this machine’s own addresses, " + asked + ", and closes";
    }

    /**
     * A connection that was tried, in words.
     *
     * @param said empty where nothing was
     */
    public record Tried(String address, String outcome, boolean accepted, String took, String said) {}

    /** In the order of their addresses. */
    public List<Tried> trials() {
        return diagnosis == null
                ? List.of()
                : diagnosis.trials().stream()
                        .map(one -> tried(one, diagnosis.question().target().speech()))
                        .toList();
    }

    private static Tried tried(Diagnosis.Tried one, Speech asked) {
        Trial trial = one.trial();
        ConnectProbe.Attempt attempt = trial.attempt();
        String said = trial.reply() == null
                ? String.valueOf(attempt.detail() == null ? "" : attempt.detail())
                : TrialText.words(trial.reply()) + ", after "
                        + DurationText.rounded(trial.reply().took())
                        + (trial.isAnsweredToGetAlone(asked) ? "; to GET, " + TrialText.words(trial.otherwise()) : "");
        return new Tried(
                one.address().text(),
                attempt.outcome().label(),
                attempt.outcome().isAccepted(),
                DurationText.rounded(attempt.took()),
                said);
    }

    /** {@code yes}, {@code no} or {@code unknown}, for style sheets. */
    public String verdict() {
        Boolean reachable = diagnosis == null ? null : diagnosis.isReachable();
        return reachable == null ? "unknown" : reachable ? "yes" : "no";
    }
}
