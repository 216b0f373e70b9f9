package dev.homeport.diagnosis;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.question.Question;
import dev.homeport.platform.ConnectProbe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/diagnose}; see {@link Diagnosis}. */
record DiagnosisAnswer(
        String target,
        String from,
        String purpose,
        boolean probed,
        @Nullable Boolean reachable,
        String cause,
        String confidence,
        String summary,
        List<One> causes,
        List<Part> path,
        List<Tried> outcomes,
        List<Result> clients,
        @Nullable Fix fix,
        String verify) {

    /** A cause. */
    record One(
            String cause,
            String confidence,
            String summary,
            List<Observation> evidence,
            @Nullable Fix fix,
            @Nullable String test) {

        static One of(Cause cause) {
            return new One(
                    cause.code().name(),
                    cause.confidence().text(),
                    cause.sentence(),
                    cause.evidence(),
                    Fix.of(cause.remedy()),
                    cause.test());
        }
    }

    /** What mends it. */
    record Fix(List<String> commands, String text, String risk) {

        static @Nullable Fix of(@Nullable Remedy remedy) {
            return remedy == null ? null : new Fix(remedy.commands(), remedy.text(), remedy.risk());
        }
    }

    /** A part of the way. */
    record Part(String part, String what, String state) {

        static Part of(Step step) {
            return new Part(step.part().text(), step.what(), step.state().text());
        }
    }

    /** A connection that was tried. */
    record Tried(
            String address,
            String outcome,
            long micros,
            @Nullable String detail,
            @Nullable Said said,
            @Nullable Said otherwise) {

        static Tried of(Diagnosis.Tried tried) {
            ConnectProbe.Attempt attempt = tried.trial().attempt();
            return new Tried(
                    tried.address().text(),
                    attempt.outcome().text(),
                    attempt.took().toNanos() / 1000,
                    attempt.detail(),
                    Said.of(tried.trial().reply()),
                    Said.of(tried.trial().otherwise()));
        }
    }

    /** What a server said. */
    record Said(String kind, String text, double tookMillis) {

        static @Nullable Said of(@Nullable Reply reply) {
            return reply == null
                    ? null
                    : new Said(reply.kind().text(), reply.text(), reply.took().toNanos() / 1e6);
        }
    }

    /** What a kind of client sees. */
    record Result(String client, String programs, String outcome, boolean works, String why) {

        static Result of(ClientResult result) {
            return new Result(
                    result.client().text(), result.client().label(), result.outcome(), result.works(), result.why());
        }
    }

    static DiagnosisAnswer of(Diagnosis diagnosis) {
        Question question = diagnosis.question();
        return new DiagnosisAnswer(
                question.target().text(),
                question.from().text(),
                question.purpose().text(),
                diagnosis.isProbed(),
                diagnosis.isReachable(),
                diagnosis.cause().code().name(),
                diagnosis.cause().confidence().text(),
                diagnosis.summary(),
                diagnosis.causes().stream().map(One::of).toList(),
                diagnosis.path().stream().map(Part::of).toList(),
                diagnosis.trials().stream().map(Tried::of).toList(),
                diagnosis.clients().stream().map(Result::of).toList(),
                Fix.of(diagnosis.cause().remedy()),
                diagnosis.verify());
    }
}
