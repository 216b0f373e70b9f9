package dev.homeport.diagnosis.situation;

import dev.homeport.diagnosis.conversation.Conversation;
import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.conversation.Request;
import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.net.Endpoint;
import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Connects to one address, says what the target's scheme asks, and asks otherwise, once, where that may tell more. */
record Try(Target target) {

    /** A rejection by ICMPv6 is told after a second (R5.40, row 5). */
    private static final Duration FOR_CONNECTION = Duration.ofMillis(1300);

    /** For the connection and the answer together: a server that compiles what it is asked for takes its time. */
    private static final Duration FOR_ANSWER = Duration.ofMillis(2300);

    /** The same where another language may have to be tried. */
    private static final Duration FOR_GREETING = Duration.ofMillis(1800);

    private static final Duration FOR_SECOND_CONNECTION = Duration.ofMillis(100);
    private static final Duration FOR_BOTH = Duration.ofMillis(2800);

    Trial at(Endpoint endpoint) {
        long start = System.nanoTime();
        Speech speech = target.speech();
        Trial first = at(
                endpoint,
                speech,
                Request.Method.HEAD,
                FOR_CONNECTION,
                speech == Speech.HTTPS ? FOR_GREETING : FOR_ANSWER);
        Reply reply = first.reply();
        if (reply == null) {
            return first;
        }
        Duration left = FOR_BOTH.minus(Duration.ofNanos(System.nanoTime() - start));
        return new Trial(first.attempt(), reply, otherwise(endpoint, reply, left));
    }

    /**
     * What is said to the same without HEAD, or in the other language of the web: null where neither may get an answer.
     * Servers of TLS do not keep silent when they are asked in plain words, and say 400 at the worst; others wait for the
     * end of a line in a greeting.
     */
    private @Nullable Reply otherwise(Endpoint endpoint, Reply reply, Duration left) {
        Speech speech = target.speech();
        return switch (speech) {
            case UNKNOWN -> null;
            case HTTP ->
                reply.kind() == Reply.Kind.SILENCE
                        ? second(endpoint, speech, Request.Method.GET, left)
                        : reply.isAnswerTo(speech) && !reply.text().contains(" 400")
                                ? null
                                : second(endpoint, speech.other(), Request.Method.HEAD, left);
            case HTTPS -> reply.isAnswerTo(speech) ? null : second(endpoint, speech.other(), Request.Method.HEAD, left);
        };
    }

    private @Nullable Reply second(Endpoint endpoint, Speech speech, Request.Method method, Duration left) {
        return at(endpoint, speech, method, FOR_SECOND_CONNECTION, left).reply();
    }

    private Trial at(
            Endpoint endpoint, Speech speech, Request.Method method, Duration forConnection, Duration altogether) {
        Request request = new Request(method, target.text(), target.host(), target.port(), target.path());
        long start = System.nanoTime();
        AtomicReference<Reply> reply = new AtomicReference<>();
        ConnectProbe.Attempt attempt = new ConnectProbe(forConnection, Duration.ZERO).connect(endpoint, socket -> {
            Duration left = altogether.minus(Duration.ofNanos(System.nanoTime() - start));
            reply.set(new Conversation(speech, request, left).on(socket));
            return reply.get().kind() == Reply.Kind.CLOSED ? Outcome.ACCEPTED_THEN_CLOSED : Outcome.ACCEPTED;
        });
        return new Trial(attempt, reply.get(), null);
    }
}
