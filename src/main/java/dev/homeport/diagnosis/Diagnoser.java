package dev.homeport.diagnosis;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.question.From;
import dev.homeport.diagnosis.question.Purpose;
import dev.homeport.diagnosis.question.Question;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.diagnosis.rule.FromElsewhereRules;
import dev.homeport.diagnosis.rule.ListenRules;
import dev.homeport.diagnosis.rule.ReachRules;
import dev.homeport.diagnosis.situation.Situation;
import dev.homeport.localhost.Client;
import dev.homeport.net.Protocol;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes an answer of what the rules say to a question. Pure: the same situation gives the same answer. */
final class Diagnoser {

    private Diagnoser() {}

    static Diagnosis of(Question question, Situation situation) {
        Examination examined = new Examination(question, situation);
        boolean isBlind = situation.sockets().latest().isEmpty();
        if (isBlind && (question.purpose() == Purpose.LISTEN || question.from() != From.HERE)) {
            return blind(examined);
        } else if (question.purpose() == Purpose.LISTEN) {
            return listen(examined);
        }
        return question.from() == From.HERE ? reach(examined) : reachFromElsewhere(examined);
    }

    /** What listens is not known, and nothing can be tried. */
    private static Diagnosis blind(Examination examined) {
        Cause unknown = unknown(examined);
        return new Diagnosis(
                examined.question(),
                false,
                null,
                unknown.sentence(),
                List.of(unknown),
                List.of(),
                List.of(),
                List.of(),
                examined.commands().holders(examined.target()));
    }

    private static Diagnosis reachFromElsewhere(Examination examined) {
        FromElsewhereRules rules = new FromElsewhereRules(examined);
        List<Cause> causes = rules.causes();
        Cause cause = causes.get(0);
        return new Diagnosis(
                examined.question(),
                false,
                cause.code() == CauseCode.REACHABLE ? null : Boolean.FALSE,
                cause.sentence(),
                causes,
                Steps.fromElsewhere(examined, cause),
                List.of(),
                List.of(),
                rules.verification());
    }

    private static Diagnosis listen(Examination examined) {
        List<Cause> causes = new ListenRules(examined).causes();
        boolean isFree = causes.isEmpty();
        Cause first = isFree ? free(examined) : causes.get(0);
        return new Diagnosis(
                examined.question(),
                false,
                isFree,
                first.sentence(),
                isFree
                        ? Stream.concat(Stream.of(first), new ListenRules(examined).excludedPerhaps().stream())
                                .toList()
                        : causes,
                List.of(),
                List.of(),
                List.of(),
                examined.commands().holders(examined.target()));
    }

    private static Cause free(Examination examined) {
        Target target = examined.target();
        return new Cause(
                CauseCode.PORT_FREE,
                Confidence.HIGH,
                "Nothing holds " + target.text() + ": a server can listen there.",
                SocketText.elsewhere(target, examined.on(target.protocol())),
                null,
                null);
    }

    private static Diagnosis reach(Examination examined) {
        List<Cause> causes = new ReachRules(examined).causes();
        Boolean isReached = Reachability.of(examined, causes);
        if (Boolean.TRUE.equals(isReached)) {
            causes.removeIf(cause -> !Reachability.isBesideSuccess(cause));
            causes.add(Healthy.of(examined));
        } else if (causes.isEmpty()) {
            causes.add(unknown(examined));
        }
        causes.sort(Comparator.comparing(Diagnoser::rank).thenComparing(Cause::confidence));
        return new Diagnosis(
                examined.question(),
                examined.situation().isProbed(),
                isReached,
                causes.get(0).sentence(),
                causes,
                Steps.of(examined, causes.get(0), isReached),
                trials(examined),
                Clients.of(examined),
                verification(examined, causes.get(0)));
    }

    /** One that fails until it is mended: where some get through, at the address at which others do not. */
    private static String verification(Examination examined, Cause cause) {
        Target target = examined.target();
        return examined.commands()
                .verification(examined.meant(Client.NATIVE).stream()
                        .filter(destination -> cause.code() == CauseCode.OTHER_FAMILY_ONLY && target.name() != null)
                        .filter(destination -> !destination.isReached())
                        .findFirst()
                        .map(destination -> target.at(destination.address()))
                        .orElse(target));
    }

    /** What is wrong comes before that it is reached all the same; what is but possible, behind it. */
    private static int rank(Cause cause) {
        if (cause.code() == CauseCode.REACHABLE) {
            return 1;
        }
        return Reachability.isBesideSuccess(cause) && cause.confidence() == Confidence.LOW ? 2 : 0;
    }

    private static Cause unknown(Examination examined) {
        String missing = Stream.of(
                        examined.situation().sockets(), examined.situation().interfaces())
                .filter(reading -> reading.latest().isEmpty())
                .flatMap(reading -> reading.whyNotFresh().stream())
                .distinct()
                .collect(Collectors.joining(" "));
        return new Cause(
                CauseCode.UNKNOWN,
                Confidence.LOW,
                missing.isEmpty()
                        ? "What Homeport knows does not explain why "
                                + examined.target().text() + " should not be reached."
                        : "Who listens on " + examined.target().text() + " is not known: " + missing,
                List.of(),
                null,
                examined.situation().isProbed() || examined.target().protocol() == Protocol.UDP
                        ? null
                        : "Try it: connect, once.");
    }

    private static List<Diagnosis.Tried> trials(Examination examined) {
        return examined.destinations().stream()
                .flatMap(destination -> Stream.ofNullable(destination.trial())
                        .map(trial -> new Diagnosis.Tried(destination.address(), trial)))
                .sorted(Comparator.comparing(Diagnosis.Tried::address))
                .toList();
    }
}
