package dev.homeport.diagnosis;

import dev.homeport.answer.RateLimit;
import dev.homeport.diagnosis.question.From;
import dev.homeport.diagnosis.question.Purpose;
import dev.homeport.diagnosis.question.Question;
import dev.homeport.diagnosis.situation.CurrentSituation;
import dev.homeport.diagnosis.situation.Situation;
import dev.homeport.diagnosis.situation.Trials;
import dev.homeport.diagnosis.situation.Tries;
import dev.homeport.net.Protocol;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Answers questions, and tries connections when it is asked to. */
@Component
class Examiner {

    private static final int MOST_IN_A_MINUTE = 30;
    private static final Duration ALTOGETHER = Duration.ofSeconds(3);

    private final CurrentSituation situation;
    private final Tries tries;
    private final RateLimit limit = new RateLimit(MOST_IN_A_MINUTE, "diagnoses that try connections", System::nanoTime);

    Examiner(CurrentSituation situation, Tries tries) {
        this.situation = situation;
        this.tries = tries;
    }

    /** From readings alone. */
    Diagnosis examine(Question question) {
        return Diagnoser.of(question, situation.of(question));
    }

    /**
     * With connections to the target, where that tells something.
     *
     * @throws dev.homeport.answer.TooManyRequests when another one is under way, or there were too many
     */
    Diagnosis tryAndExamine(Question question) {
        boolean canTry = question.purpose() == Purpose.REACH
                && question.from() == From.HERE
                && question.target().protocol() == Protocol.TCP;
        return canTry ? limit.run(() -> examineNow(question)) : examine(question);
    }

    /** Where what is tried is not what was read before, it is read again: a server may just have been started, or ended. */
    Diagnosis examineNow(Question question) {
        Instant start = Instant.now();
        Situation known = situation.of(question);
        Trials trials = tries.of(question.target(), known);
        Diagnosis first = Diagnoser.of(question, known.with(trials));
        if (first.isAsExpected()) {
            return first;
        }
        Duration left = ALTOGETHER.minus(Duration.between(start, Instant.now()));
        return Diagnoser.of(question, situation.since(start, left, question).with(trials));
    }
}
