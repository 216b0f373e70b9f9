package dev.homeport.diagnosis;

import dev.homeport.localhost.Client;
import dev.homeport.net.Endpoint;
import dev.homeport.net.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reasons from a situation to causes, in the order of DOMAIN R9.1. Pure: the same situation gives the same answer. */
final class Diagnoser {

    /** What is to be said though a connection comes about. */
    private static final Set<CauseCode> BESIDE_SUCCESS = EnumSet.of(
            CauseCode.OTHER_FAMILY_ONLY,
            CauseCode.SLOW,
            CauseCode.NAT_REDIRECT,
            CauseCode.BROWSER_POLICY,
            CauseCode.UNIX_SOCKET_CLIENT,
            CauseCode.JVM_WITHOUT_IPV6);

    /** A connection comes about, and is good for nothing. */
    private static final Set<CauseCode> IN_THE_SERVER = EnumSet.of(
            CauseCode.PROCESS_STOPPED,
            CauseCode.SERVER_CLOSES,
            CauseCode.SERVER_SILENT,
            CauseCode.TLS_MISMATCH,
            CauseCode.PROTOCOL_MISMATCH,
            CauseCode.FORWARDER_DEAD_TARGET);

    private Diagnoser() {}

    static Diagnosis of(Question question, Situation situation) {
        Examination examined = new Examination(question, situation);
        if (question.purpose() == Purpose.LISTEN) {
            return listen(examined);
        }
        return question.from() == From.HERE ? reach(examined) : reachFromElsewhere(examined);
    }

    private static Diagnosis reachFromElsewhere(Examination examined) {
        Cause cause = new FromElsewhereRules(examined).cause();
        return new Diagnosis(
                examined.question(),
                false,
                cause.code() == CauseCode.REACHABLE ? null : Boolean.FALSE,
                cause.sentence(),
                List.of(cause),
                Way.fromElsewhere(examined, cause),
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
                isFree
                        ? Stream.concat(Stream.of(first), new ListenRules(examined).excludedPerhaps().stream())
                                .toList()
                        : causes,
                List.of(),
                Map.of(),
                List.of(),
                examined.commands().holders(examined.target()));
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
        List<Cause> causes = causes(examined);
        Boolean isReached = isReached(examined, causes);
        if (Boolean.TRUE.equals(isReached)) {
            causes.removeIf(cause -> !BESIDE_SUCCESS.contains(cause.code()));
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
                Way.of(examined, causes.get(0), Boolean.TRUE.equals(isReached)),
                trials(examined),
                Clients.of(examined),
                examined.commands().verification(examined.target()));
    }

    /** In the order of the reasoning, which stays among equals. */
    private static List<Cause> causes(Examination examined) {
        List<Cause> causes = new ArrayList<>(new NameRules(examined).causes());
        List<Cause> loopback = new LoopbackRules(examined).causes();
        boolean isLoopbackBroken = loopback.stream().anyMatch(cause -> cause.confidence() == Confidence.HIGH);
        List<Cause> seenOnTheWay = Stream.of(
                        new RouteRules(examined).causes(),
                        new ProcessRules(examined).causes(),
                        new FirewallRules(examined).causes(),
                        new AttemptRules(examined).causes(),
                        new SpeechRules(examined).causes())
                .flatMap(List::stream)
                // Where the interface itself is broken, that a packet is lost says nothing of a firewall.
                .filter(cause -> !isLoopbackBroken || cause.confidence() == Confidence.HIGH)
                .toList();
        // What was seen at this port says more than what the self-test of loopback concludes from another one.
        loopback.stream()
                .filter(cause -> seenOnTheWay.stream().noneMatch(seen -> seen.code() == cause.code()))
                .forEach(causes::add);
        causes.addAll(seenOnTheWay);
        causes.addAll(new ClientRules(examined).causes());
        causes.addAll(new ListenerRules(examined).causes());
        return causes;
    }

    /** What is wrong comes before that it is reached all the same; what is but possible, behind it. */
    private static int rank(Cause cause) {
        if (cause.code() == CauseCode.REACHABLE) {
            return 1;
        }
        return BESIDE_SUCCESS.contains(cause.code()) && cause.confidence() == Confidence.LOW ? 2 : 0;
    }

    /** Null where neither the table of sockets nor a try tells. */
    private static @Nullable Boolean isReached(Examination examined, List<Cause> causes) {
        Situation situation = examined.situation();
        Optional<Destination> reached = examined.meant(Client.NATIVE).stream()
                .filter(Destination::isOurs)
                .filter(Destination::isReached)
                .findFirst();
        if (situation.sockets().latest().isEmpty() && !situation.isProbed()) {
            return null;
        } else if (reached.isEmpty()
                || causes.stream().anyMatch(cause -> IN_THE_SERVER.contains(cause.code()))
                || causes.stream().anyMatch(cause -> isCertainlyBroken(cause) && !isSpoken(reached.get()))) {
            return false;
        }
        boolean isUntried = reached.get().trial() == null;
        boolean isUncertain =
                isUntried && (situation.isProbed() || !reached.get().choice().isCertain());
        return isUncertain ? null : Boolean.TRUE;
    }

    private static boolean isCertainlyBroken(Cause cause) {
        return cause.confidence() == Confidence.HIGH && !BESIDE_SUCCESS.contains(cause.code());
    }

    private static boolean isSpoken(Destination reached) {
        return reached.attempt() != null && reached.attempt().outcome() == Outcome.ACCEPTED;
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
                examined.situation().isProbed() ? null : "Try it: connect, once.");
    }

    private static Map<Endpoint, Trial> trials(Examination examined) {
        Map<Endpoint, Trial> all = new LinkedHashMap<>();
        examined.destinations().forEach(destination -> {
            if (destination.trial() != null) {
                all.put(new Endpoint(destination.address(), examined.target().port()), destination.trial());
            }
        });
        return all;
    }
}
