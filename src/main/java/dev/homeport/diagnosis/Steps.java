package dev.homeport.diagnosis;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.conversation.Reply;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.localhost.Client;
import dev.homeport.net.IpAddress;
import dev.homeport.sockets.ListeningSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way of a request, from the name to the application, and where it ends. */
final class Steps {

    private static final Set<CauseCode> AT_NAME =
            Set.of(CauseCode.NAME_UNRESOLVED, CauseCode.NAME_NOT_LOOPBACK, CauseCode.HOSTS_BROKEN);
    private static final Set<CauseCode> AT_ADDRESS =
            Set.of(CauseCode.FOREIGN_ADDRESS, CauseCode.LO_NO_IPV6, CauseCode.LO_NO_IPV4);
    private static final Set<CauseCode> AT_INTERFACE = Set.of(
            CauseCode.LO_DOWN,
            CauseCode.LO_NEVER_UP,
            CauseCode.LOCAL_ROUTE_ALTERED,
            CauseCode.FIREWALL_DROP,
            CauseCode.FIREWALL_REJECT,
            CauseCode.EBPF_OR_SECCOMP,
            CauseCode.NAT_REDIRECT,
            CauseCode.EPHEMERAL_EXHAUSTED,
            CauseCode.SLOW);
    private static final Set<CauseCode> AT_PROCESS = Set.of(CauseCode.PROCESS_STOPPED, CauseCode.ACCEPT_QUEUE_FULL);
    private static final Set<CauseCode> AT_APPLICATION = Set.of(
            CauseCode.FORWARDER_DEAD_TARGET, CauseCode.SERVER_CLOSES, CauseCode.SERVER_SILENT, CauseCode.TLS_MISMATCH);

    private static final Set<CauseCode> IN_ANSWERS = Set.of(CauseCode.PROTOCOL_MISMATCH, CauseCode.SLOW);

    private Steps() {}

    /** @param isReached null where that is not known */
    static List<Step> of(Examination examined, Cause cause, @Nullable Boolean isReached) {
        boolean isBroken = Boolean.FALSE.equals(isReached);
        // What a connection that came about does not give, is beyond the socket.
        boolean isBeyond = IN_ANSWERS.contains(cause.code()) && isAccepted(examined);
        Step.Part broken = !isBroken ? null : isBeyond ? Step.Part.APPLICATION : broken(cause.code());
        List<Step> steps = new ArrayList<>();
        for (Step.Part part : Step.Part.values()) {
            if (part == Step.Part.NAME && examined.target().address() != null) {
                continue;
            }
            boolean isUnknown = isReached == null && part.compareTo(Step.Part.SOCKET) >= 0;
            Step.State state = isUnknown ? Step.State.UNKNOWN : state(part, broken, examined);
            steps.add(new Step(part, what(part, examined), state));
        }
        return steps;
    }

    /** From a container or another computer: what is between is not seen from here, and nothing was tried. */
    static List<Step> fromElsewhere(Examination examined, Cause cause) {
        Step.Part broken = switch (cause.code()) {
            case REACHABLE -> null;
            case OTHER_NAMESPACE -> Step.Part.ADDRESS;
            default -> broken(cause.code());
        };
        List<Step> steps = new ArrayList<>();
        for (Step.Part part : Step.Part.values()) {
            boolean isNameless = part == Step.Part.NAME && examined.target().address() != null;
            if (!isNameless && part != Step.Part.INTERFACE) {
                boolean isUnseen = broken == null && part.compareTo(Step.Part.SOCKET) > 0;
                Step.State state = isUnseen ? Step.State.UNKNOWN : state(part, broken, examined);
                steps.add(new Step(
                        part,
                        cause.code() == CauseCode.OTHER_NAMESPACE && part == Step.Part.ADDRESS
                                ? "its own loopback"
                                : what(part, examined),
                        state));
            }
        }
        return steps;
    }

    private static Step.Part broken(CauseCode code) {
        if (AT_NAME.contains(code)) {
            return Step.Part.NAME;
        } else if (AT_ADDRESS.contains(code)) {
            return Step.Part.ADDRESS;
        } else if (AT_INTERFACE.contains(code)) {
            return Step.Part.INTERFACE;
        } else if (AT_PROCESS.contains(code)) {
            return Step.Part.PROCESS;
        }
        return AT_APPLICATION.contains(code) ? Step.Part.APPLICATION : Step.Part.SOCKET;
    }

    private static Step.State state(Step.Part part, Step.@Nullable Part broken, Examination examined) {
        if (broken == null) {
            boolean isUnknown = part == Step.Part.APPLICATION && !isAnswered(examined);
            return isUnknown ? Step.State.UNKNOWN : Step.State.OK;
        }
        int order = part.compareTo(broken);
        return order < 0 ? Step.State.OK : order == 0 ? Step.State.BROKEN : Step.State.NOT_REACHED;
    }

    private static boolean isAccepted(Examination examined) {
        return examined.meant(Client.NATIVE).stream()
                .flatMap(destination -> Stream.ofNullable(destination.attempt()))
                .anyMatch(attempt -> attempt.outcome().isAccepted());
    }

    /** Whether the application itself has said a word. */
    private static boolean isAnswered(Examination examined) {
        return examined.meant(Client.NATIVE).stream()
                .flatMap(destination -> Stream.ofNullable(destination.trial()))
                .flatMap(trial -> Stream.ofNullable(trial.reply()))
                .anyMatch(reply -> reply.kind() != Reply.Kind.QUIET);
    }

    private static String what(Step.Part part, Examination examined) {
        List<Destination> meant = examined.meant(Client.NATIVE);
        List<ListeningSocket> sockets = meant.stream()
                .flatMap(destination -> destination.sockets().stream())
                .distinct()
                .toList();
        return switch (part) {
            case NAME -> examined.target().host();
            case ADDRESS ->
                orNone(meant.stream()
                        .map(Destination::address)
                        .map(IpAddress::text)
                        .collect(Collectors.joining(", ")));
            // This machine's own addresses are reached through loopback, whichever interface has them (R5.3).
            case INTERFACE -> meant.stream().allMatch(Destination::isOurs) ? "loopback" : "an interface";
            case SOCKET -> orNone(SocketText.binds(sockets));
            case PROCESS ->
                orNone(sockets.stream().map(SocketText::who).distinct().collect(Collectors.joining(", ")));
            case APPLICATION -> {
                String forwarded = sockets.stream()
                        .flatMap(socket -> socket.forwarding().stream())
                        .map(forwarding -> forwarding.target() == null
                                ? "what it forwards to"
                                : forwarding.target().text())
                        .distinct()
                        .collect(Collectors.joining(", "));
                yield forwarded.isEmpty() ? "its answer" : forwarded;
            }
        };
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }
}
