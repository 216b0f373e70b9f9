package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.TrialText;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.diagnosis.situation.Trial;
import dev.homeport.localhost.Client;
import dev.homeport.net.DurationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows from what was said on the connection that most programs get (DOMAIN R5.40, rows 1 to 3; section 9, row 17). */
final class SpeechRules {

    private final Examination examined;
    private final Target target;

    SpeechRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    List<Cause> causes() {
        return examined.meant(Client.NATIVE).stream()
                .filter(Destination::isOurs)
                .filter(Destination::isReached)
                .findFirst()
                .map(this::of)
                .orElse(List.of());
    }

    private List<Cause> of(Destination reached) {
        Trial trial = reached.trial();
        if (trial == null || trial.reply() == null) {
            return List.of();
        }
        List<Cause> causes = new ArrayList<>();
        language(reached, trial, trial.reply()).ifPresent(causes::add);
        new SlowRules(examined).cause(reached, trial, trial.reply()).ifPresent(causes::add);
        return causes;
    }

    private Optional<Cause> language(Destination reached, Trial trial, Reply reply) {
        Speech asked = target.speech();
        Reply otherwise = trial.otherwise();
        if (asked == Speech.UNKNOWN) {
            return Optional.empty();
        } else if (asked == Speech.HTTPS && reply.isAnswerTo(asked)) {
            return Optional.empty();
        } else if (otherwise != null && otherwise.isAnswerTo(asked.other())) {
            return Optional.of(mismatch(reached, asked));
        } else if (reply.isAnswerTo(asked) || trial.isAnsweredToGetAlone(asked)) {
            return Optional.empty();
        }
        return switch (reply.kind()) {
            case TLS_REFUSED -> Optional.of(refused(reached, reply));
            case SILENCE -> Optional.of(silent(reached, reply, isSilentToGet(asked, otherwise)));
            case WORDS ->
                Optional.of(stranger(reached, reply.text().isEmpty() && otherwise != null ? otherwise : reply));
            default -> Optional.empty();
        };
    }

    /** Who is asked without TLS and keeps silent, is asked again by GET. */
    private static boolean isSilentToGet(Speech asked, @Nullable Reply otherwise) {
        return asked == Speech.HTTP && otherwise != null && otherwise.kind() == Reply.Kind.SILENCE;
    }

    private Cause mismatch(Destination reached, Speech asked) {
        boolean isTls = asked == Speech.HTTP;
        String right = target.host() + ":" + target.port() + target.path();
        return cause(
                CauseCode.TLS_MISMATCH,
                Confidence.HIGH,
                TrialText.who(reached, target)
                        + (isTls
                                ? " speaks TLS, and was asked without it."
                                : " speaks plain HTTP, and was asked over TLS."),
                reached,
                Remedy.text(
                        isTls
                                ? "Write https:// instead: https://" + right
                                : "Write http:// instead: http://" + right
                                        + ". A browser that changes it back remembers a policy (HSTS) for the name: clear that, "
                                        + "or use 127.0.0.1."),
                null);
    }

    private Cause refused(Destination reached, Reply reply) {
        return cause(
                CauseCode.TLS_MISMATCH,
                Confidence.MEDIUM,
                TrialText.who(reached, target) + " speaks TLS, and ends the greeting: " + TrialText.words(reply) + ".",
                reached,
                Remedy.text(
                        "It may ask for a certificate of the client, know the server by another name, or speak a version of "
                                + "TLS that Java refuses: its log tells."),
                "openssl s_client -connect " + target.text());
    }

    private Cause silent(Destination reached, Reply reply, boolean isSilentToGet) {
        return cause(
                CauseCode.SERVER_SILENT,
                Confidence.MEDIUM,
                TrialText.who(reached, target) + " accepts the connection and gives no answer to HEAD within "
                        + DurationText.rounded(reply.took()) + (isSilentToGet ? ", nor to GET shortly after." : "."),
                reached,
                Remedy.text(
                        "Look into its log, and at what it is busy with: it may wait for a lock, a database, a debugger, or "
                                + "compile what was asked for. It may also speak another protocol than HTTP."),
                (isSilentToGet ? "curl -v, which waits longer: " : "curl -v, which asks GET and waits longer: ")
                        + examined.commands().verification(target));
    }

    private Cause stranger(Destination reached, Reply reply) {
        return cause(
                CauseCode.PROTOCOL_MISMATCH,
                Confidence.HIGH,
                TrialText.who(reached, target) + " speaks no HTTP: it says " + TrialText.words(reply) + ".",
                reached,
                Remedy.text(
                        "Connect with a client for its own protocol, or to the port of the web server that was meant."),
                null);
    }

    private Cause cause(
            CauseCode code,
            Confidence confidence,
            String sentence,
            Destination reached,
            Remedy remedy,
            @Nullable String test) {
        return new Cause(code, confidence, sentence, TrialText.evidence(reached, target), remedy, test);
    }
}
