package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.examination.TrialText;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.diagnosis.situation.Trial;
import dev.homeport.localhost.Client;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.ConnectProbe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the way in which a connection failed, firewalls and routes apart (DOMAIN R5.40, rows 2, 6, 9, 11 and
 * 12; R6.15; R7.10).
 */
final class AttemptRules {

    private final Examination examined;
    private final Target target;

    AttemptRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    List<Cause> causes() {
        return examined.meant(Client.NATIVE).stream()
                .filter(Destination::isOurs)
                .flatMap(destination -> Stream.concat(
                        Stream.ofNullable(destination.attempt()).flatMap(attempt -> of(destination, attempt).stream()),
                        untried(destination).stream()))
                .toList();
    }

    private Optional<Cause> of(Destination destination, ConnectProbe.Attempt attempt) {
        String at = destination.address().urlText() + ":" + target.port();
        boolean isAnswered = destination.isAnswered();
        return switch (attempt.outcome()) {
            case ACCEPTED_THEN_CLOSED -> isAnswered ? closes(destination, at) : Optional.empty();
            case TIMED_OUT -> isAnswered ? overflown(destination, at) : Optional.empty();
            case NOT_PERMITTED -> forbidden(destination, at);
            case ADDRESS_NOT_AVAILABLE -> destination.isThere() ? exhausted(destination, at) : Optional.empty();
            case SELF_CONNECTED -> self(destination, at);
            default -> Optional.empty();
        };
    }

    /** Only a word in another language tells why, if any does. */
    private Optional<Cause> closes(Destination destination, String at) {
        boolean isForwarded = destination.sockets().get(0).forwarding().isPresent();
        boolean isOtherLanguage = Optional.ofNullable(destination.trial())
                .map(Trial::otherwise)
                .filter(reply -> reply.isAnswerTo(target.speech().other()))
                .isPresent();
        return isForwarded || isOtherLanguage
                ? Optional.empty()
                : cause(
                        CauseCode.SERVER_CLOSES,
                        Confidence.HIGH,
                        SocketText.who(destination.sockets().get(0)) + " accepts the connection at " + at
                                + " and closes it without a word.",
                        destination,
                        Remedy.text("Its log tells why: it may allow certain clients alone, or expect TLS at once."),
                        null);
    }

    /** A queue that was full for a moment is seen by the kernel's counter alone (R7.2). */
    private Optional<Cause> overflown(Destination destination, String at) {
        long overflows = examined.overflows();
        if (overflows == 0 || destination.sockets().stream().anyMatch(socket -> socket.isFull())) {
            return Optional.empty();
        }
        return cause(
                CauseCode.ACCEPT_QUEUE_FULL,
                Confidence.MEDIUM,
                SocketText.who(destination.sockets().get(0)) + " listens at " + at
                        + ", and its accept queue was full when it was tried: the kernel counted " + overflows
                        + " overflows meanwhile.",
                destination,
                Remedy.text("Find out what keeps it from accepting: its log, its processors, a lock."),
                "ss -ltn 'sport = :" + target.port() + "'");
    }

    private Optional<Cause> forbidden(Destination destination, String at) {
        if (RouteRules.obstacle(examined, destination).isPresent() || new RejectRules(examined).isByRule(destination)) {
            return Optional.empty();
        }
        return cause(
                CauseCode.EBPF_OR_SECCOMP,
                Confidence.MEDIUM,
                "The system forbids the connection to " + at
                        + ": a policy of a control group (eBPF), SELinux, seccomp, or a rule for routes.",
                destination,
                Remedy.text(
                        "Find the policy: sudo bpftool cgroup tree lists eBPF programs, sudo ausearch -m avc SELinux’s "
                                + "refusals, ip rule the rules for routes. It may hold for Homeport’s control group alone."),
                "The same connection from a shell outside of this control group: curl -v http://" + at + "/");
    }

    private Optional<Cause> exhausted(Destination destination, String at) {
        boolean isCrowded = examined.situation().counters().latest().stream()
                .anyMatch(known -> !known.crowded().isEmpty());
        return cause(
                CauseCode.EPHEMERAL_EXHAUSTED,
                isCrowded ? Confidence.HIGH : Confidence.MEDIUM,
                "No port for clients is left towards " + at + ".",
                destination,
                Remedy.command(
                        examined.commands().morePorts(),
                        "gives clients more ports; keeping connections open instead of making new ones mends it for good",
                        "A server that wants one of these ports may find it taken."),
                "ss -tan 'dport = :" + target.port() + "' | wc -l");
    }

    private Optional<Cause> self(Destination destination, String at) {
        return cause(
                CauseCode.SELF_CONNECT,
                Confidence.HIGH,
                "The connection to " + at
                        + " met itself: nobody listens, and the system took that very port for the client.",
                destination,
                Remedy.text("Start the server, and let it listen on a port outside of those for clients (net.ipv4."
                        + "ip_local_port_range)."),
                null);
    }

    /** Homeport's own Java lacks what other programs have (R3.9). */
    private Optional<Cause> untried(Destination destination) {
        boolean isLacking = examined.situation().isProbed()
                && destination.trial() == null
                && destination.address().family() == IpFamily.IPV6
                && destination.isAnswered()
                && examined.meant(Client.NATIVE).size() == 1;
        return isLacking
                ? cause(
                        CauseCode.JVM_WITHOUT_IPV6,
                        Confidence.HIGH,
                        "Homeport’s own Java was started without IPv6, so that it cannot try "
                                + destination.address().text() + "; "
                                + SocketText.whoWithin(destination.sockets().get(0))
                                + " listens there, and other programs may well reach it.",
                        destination,
                        Remedy.text("Start Homeport again, now that the machine has IPv6."),
                        examined.commands().verification(target))
                : Optional.empty();
    }

    private Optional<Cause> cause(
            CauseCode code,
            Confidence confidence,
            String sentence,
            Destination destination,
            @Nullable Remedy remedy,
            @Nullable String test) {
        return Optional.of(
                new Cause(code, confidence, sentence, TrialText.evidence(destination, target), remedy, test));
    }
}
