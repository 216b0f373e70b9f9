package dev.homeport.diagnosis;

import dev.homeport.answer.RateLimit;
import dev.homeport.net.Protocol;
import org.springframework.stereotype.Component;

/** Answers questions, and tries connections when it is asked to. */
@Component
class Examiner {

    private static final int MOST_IN_A_MINUTE = 30;

    private final CurrentSituation situation;
    private final Tries tries = new Tries();
    private final RateLimit limit = new RateLimit(MOST_IN_A_MINUTE, "diagnoses that try connections", System::nanoTime);

    Examiner(CurrentSituation situation) {
        this.situation = situation;
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
        return canTry
                ? limit.run(() -> Diagnoser.of(question, tries.in(situation.of(question), question)))
                : examine(question);
    }
}
