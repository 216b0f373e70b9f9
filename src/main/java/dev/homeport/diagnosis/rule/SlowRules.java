package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.TrialText;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.diagnosis.situation.Trial;
import dev.homeport.net.DurationText;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a connection, or the answer on it, takes far longer than on loopback it should, and what throttles it (DOMAIN R5.11). */
final class SlowRules {

    private static final Duration SLOW_CONNECTION = Duration.ofMillis(100);
    private static final Duration SLOW_ANSWER = Duration.ofSeconds(1);

    private final Examination examined;
    private final Target target;

    SlowRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    Optional<Cause> cause(Destination reached, Trial trial, Reply reply) {
        boolean isSlowConnection = trial.attempt().took().compareTo(SLOW_CONNECTION) > 0;
        boolean isSlowAnswer = reply.kind() != Reply.Kind.QUIET && reply.took().compareTo(SLOW_ANSWER) > 0;
        boolean isSilent = reply.kind() == Reply.Kind.SILENCE;
        Optional<Long> throttled = throttled(reached);
        if (!isSlowConnection && !isSlowAnswer || isSilent && throttled.isEmpty()) {
            return Optional.empty();
        }
        String what = isSlowConnection
                ? "The connection came about after "
                        + DurationText.rounded(trial.attempt().took())
                        + ", where loopback takes a fraction of a millisecond"
                : TrialText.who(reached, target)
                        + (isSilent ? " gave no answer within " : " answered after ")
                        + DurationText.rounded(reply.took());
        return Optional.of(new Cause(
                CauseCode.SLOW,
                throttled.isPresent() ? Confidence.HIGH : Confidence.MEDIUM,
                what
                        + throttled
                                .map(times -> ": the quota of its control group stopped it " + times
                                        + (times == 1 ? " time" : " times") + " meanwhile.")
                                .orElse("."),
                TrialText.evidence(reached, target),
                Remedy.text(
                        throttled.isPresent()
                                ? "Give its control group more processor time (docker run --cpus, CPUQuota=, limits.cpu), or it "
                                        + "less to do."
                                : "The page Latency tells what holds loopback up, if anything does; else the server itself is "
                                        + "slow."),
                null));
    }

    private Optional<Long> throttled(Destination reached) {
        return Optional.ofNullable(examined.situation().trials())
                .flatMap(trials -> reached.sockets().stream()
                        .flatMap(socket -> socket.owner().processes().stream())
                        .flatMap(process -> Stream.ofNullable(trials.throttled().get(process.pid())))
                        .findFirst());
    }
}
