package dev.homeport.diagnosis;

import dev.homeport.localhost.Client;
import dev.homeport.net.Endpoint;
import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reasons from a situation to causes, in the order of DOMAIN R9.1. Pure: the same situation gives the same answer. */
final class Diagnoser {

    /** What is to be said though a connection comes about. */
    private static final Set<CauseCode> BESIDE_SUCCESS =
            EnumSet.of(CauseCode.OTHER_FAMILY_ONLY, CauseCode.SLOW, CauseCode.NAT_REDIRECT);

    private Diagnoser() {}

    static Diagnosis of(Question question, Situation situation) {
        Examination examined = new Examination(question, situation);
        if (question.purpose() == Purpose.LISTEN) {
            return listen(examined);
        }
        return question.from() == From.HERE ? reach(examined) : reachFromElsewhere(examined);
    }

    private static Diagnosis reachFromElsewhere(Examination examined) {
        Cause cause = new NameRules(examined)
                .causes().stream()
                        .filter(one ->
                                one.code() == CauseCode.FOREIGN_ADDRESS || one.code() == CauseCode.NAME_UNRESOLVED)
                        .findFirst()
                        .orElseGet(() -> new FromElsewhereRules(examined).cause());
        return new Diagnosis(
                examined.question(),
                false,
                cause.code() == CauseCode.REACHABLE ? null : Boolean.FALSE,
                cause.sentence(),
                List.of(cause),
                List.of(),
                Map.of(),
                List.of(),
                "from there: curl -v http://<address of this machine>:"
                        + examined.target().port() + "/");
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
                isFree ? List.of(first) : causes,
                List.of(),
                Map.of(),
                List.of(),
                "ss -ltnp 'sport = :" + examined.target().port() + "'");
    }

    private static Cause free(Examination examined) {
        Target target = examined.target();
        return new Cause(
                CauseCode.PORT_FREE,
                Confidence.HIGH,
                "Nothing holds " + target.text() + ": a server can listen there.",
                List.of(SocketText.none(target, "R1.28")),
                null,
                null);
    }

    private static Diagnosis reach(Examination examined) {
        List<Cause> causes = new ArrayList<>();
        causes.addAll(new NameRules(examined).causes());
        causes.addAll(new LoopbackRules(examined).causes());
        causes.addAll(new ProcessRules(examined).causes());
        causes.addAll(new AttemptRules(examined).causes());
        causes.addAll(new ListenerRules(examined).causes());
        Boolean isReached = isReached(examined, causes);
        if (Boolean.TRUE.equals(isReached)) {
            causes.removeIf(cause -> !BESIDE_SUCCESS.contains(cause.code()));
            causes.add(reachable(examined));
        } else if (causes.isEmpty()) {
            causes.add(unknown(examined));
        }
        // Stable: among equals the order of the reasoning stays. What is wrong is said before that it is reached all
        // the same.
        causes.sort(Comparator.comparing((Cause cause) -> cause.code() == CauseCode.REACHABLE)
                .thenComparing(Cause::confidence));
        return new Diagnosis(
                examined.question(),
                examined.situation().isProbed(),
                isReached,
                causes.get(0).sentence(),
                causes,
                Way.of(examined, causes.get(0), Boolean.TRUE.equals(isReached)),
                attempts(examined),
                Clients.of(examined),
                Verification.of(examined.target()));
    }

    /** Null where neither the table of sockets nor a try tells. */
    private static @Nullable Boolean isReached(Examination examined, List<Cause> causes) {
        boolean isBroken = causes.stream()
                .anyMatch(cause -> cause.confidence() == Confidence.HIGH && !BESIDE_SUCCESS.contains(cause.code()));
        List<Destination> meant = examined.meant(Client.NATIVE);
        Optional<Destination> reached = meant.stream()
                .filter(Destination::isOurs)
                .filter(Destination::isReached)
                .findFirst();
        boolean isSpoken = reached.flatMap(destination -> Optional.ofNullable(destination.attempt()))
                .filter(attempt -> attempt.outcome() == Outcome.ACCEPTED)
                .isPresent();
        if (examined.situation().sockets().latest().isEmpty()
                && !examined.situation().isProbed()) {
            return null;
        } else if (isBroken && !isSpoken || reached.isEmpty()) {
            return false;
        }
        boolean isUncertain = !examined.situation().isProbed()
                && reached.filter(destination -> destination.choice().isCertain())
                        .isEmpty();
        boolean isStopped = causes.stream().anyMatch(cause -> cause.code() == CauseCode.PROCESS_STOPPED);
        return isStopped ? Boolean.FALSE : isUncertain ? null : Boolean.TRUE;
    }

    private static Cause reachable(Examination examined) {
        Destination reached = Stream.of(examined.meant(Client.NATIVE))
                .flatMap(List::stream)
                .filter(Destination::isReached)
                .findFirst()
                .orElseThrow();
        String who = reached.sockets().isEmpty()
                ? "Somebody"
                : SocketText.who(reached.sockets().get(0));
        String at = reached.address().urlText() + ":" + examined.target().port();
        ConnectProbe.Attempt attempt = reached.attempt();
        String how = attempt == null
                ? who + " listens at " + at + ". Whether it answers, a try tells."
                : who + " answers at " + at + ": a connection came about in "
                        + attempt.took().toNanos() / 1000 + " µs.";
        return new Cause(
                CauseCode.REACHABLE,
                attempt == null ? Confidence.MEDIUM : Confidence.HIGH,
                how,
                SocketText.evidence(reached.sockets(), "R1.29"),
                null,
                attempt == null ? "Try it: connect, once." : null);
    }

    private static Cause unknown(Examination examined) {
        return new Cause(
                CauseCode.UNKNOWN,
                Confidence.LOW,
                "What Homeport knows does not explain why " + examined.target().text() + " should not be reached.",
                List.of(),
                null,
                examined.situation().isProbed() ? null : "Try it: connect, once.");
    }

    private static Map<Endpoint, ConnectProbe.Attempt> attempts(Examination examined) {
        Map<Endpoint, ConnectProbe.Attempt> all = new LinkedHashMap<>();
        examined.destinations().forEach(destination -> {
            if (destination.attempt() != null) {
                all.put(new Endpoint(destination.address(), examined.target().port()), destination.attempt());
            }
        });
        return all;
    }
}
