package dev.homeport.diagnosis.examination;

import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.diagnosis.situation.Trial;
import dev.homeport.net.DurationText;
import dev.homeport.platform.ConnectProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was tried, in words and as evidence. */
public final class TrialText {

    private TrialText() {}

    /** What was tried at an address, and who listens there. */
    public static List<Observation> evidence(Destination destination, Target target) {
        List<Observation> evidence = new ArrayList<>();
        Trial trial = destination.trial();
        String at = destination.address().urlText() + ":" + target.port();
        if (trial != null) {
            ConnectProbe.Attempt attempt = trial.attempt();
            String detail = attempt.detail() == null ? "" : " (" + attempt.detail() + ")";
            evidence.add(new Observation(
                    attempt.outcome().label() + " after " + DurationText.rounded(attempt.took()) + detail,
                    "a connection to " + at + " that was tried",
                    "R5.40"));
            said(trial.reply(), asked(target.speech()))
                    .map(said -> observation(said, at))
                    .forEach(evidence::add);
            boolean isByGet = target.speech() == Speech.HTTP
                    && trial.reply() != null
                    && trial.reply().kind() == Reply.Kind.SILENCE;
            said(
                            trial.otherwise(),
                            isByGet ? "asked GET: " : asked(target.speech().other()))
                    .map(said -> observation(said, at))
                    .forEach(evidence::add);
        }
        evidence.addAll(SocketText.evidence(destination.sockets(), "R5.43"));
        return evidence;
    }

    private static Observation observation(String said, String at) {
        return new Observation(said, "what was said at " + at, "R5.40");
    }

    private static Stream<String> said(@Nullable Reply reply, String asked) {
        if (reply == null || reply.kind() == Reply.Kind.QUIET) {
            return Stream.empty();
        }
        return Stream.of(asked + words(reply) + " after " + DurationText.rounded(reply.took()));
    }

    private static String asked(Speech speech) {
        return switch (speech) {
            case HTTP -> "asked HEAD: ";
            case HTTPS -> "greeted by TLS: ";
            case UNKNOWN -> "not asked: ";
        };
    }

    /** Who was reached: {@code node (pid 4711) at 127.0.0.1:3000}. */
    public static String who(Destination reached, Target target) {
        return (reached.sockets().isEmpty()
                        ? "What answers"
                        : SocketText.who(reached.sockets().get(0)))
                + " at " + reached.address().urlText() + ":" + target.port();
    }

    /** {@code HTTP/1.1 200 OK}, or what came instead. */
    public static String words(Reply reply) {
        return switch (reply.kind()) {
            case HTTP, TLS -> reply.text();
            case WORDS -> reply.text().isEmpty() ? "words that are no TLS" : "“" + reply.text() + "”";
            case TLS_REFUSED -> reply.text().isEmpty() ? "an alert of TLS" : reply.text();
            case SILENCE -> "silence";
            case QUIET -> "nothing";
            case CLOSED -> "the connection was closed";
        };
    }
}
