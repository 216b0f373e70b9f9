package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.interfaces.Interface;
import dev.homeport.namespaces.Sight;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nothing listens on the port here: where something does that may be meant (DOMAIN R9.2). */
final class NobodyRules {

    private static final int MOST_NAMESPACES = 3;

    private final Examination examined;
    private final Target target;

    NobodyRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    /** Where somebody waits instead, the likeliest first; last that nobody does here. */
    List<Cause> causes() {
        List<Cause> causes = new ArrayList<>();
        otherProtocol().ifPresent(causes::add);
        held().ifPresent(causes::add);
        causes.addAll(otherNamespaces());
        new OtherPort(examined).cause().ifPresent(causes::add);
        causes.add(new Cause(
                CauseCode.NOTHING_LISTENS,
                causes.isEmpty() ? Confidence.HIGH : Confidence.MEDIUM,
                "Nothing listens on " + target.protocol().name() + " port " + target.port()
                        + " of this machine, at any address.",
                List.of(SocketText.none(target, "R5.40")),
                Remedy.text(
                        "Start the server, and read in its output on which port it waits: it may have taken another one, or "
                                + "ended with an error."),
                null));
        return causes;
    }

    private Optional<Cause> otherProtocol() {
        Protocol other = target.protocol() == Protocol.TCP ? Protocol.UDP : Protocol.TCP;
        List<ListeningSocket> there = examined.on(other).stream()
                .filter(socket -> socket.role() == SocketRole.SERVER)
                .toList();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cause(
                        CauseCode.PROTOCOL_MISMATCH,
                        Confidence.MEDIUM,
                        SocketText.who(there.get(0)) + " waits on port " + target.port() + " over " + other.name()
                                + ", and " + target.protocol().name() + " was asked for.",
                        SocketText.evidence(there, "R5.40"),
                        Remedy.text("Ask for " + target.port() + "/" + other.text() + " if that is meant."),
                        null));
    }

    private Optional<Cause> held() {
        List<ListeningSocket> held = examined.on(target.protocol()).stream()
                .filter(socket -> socket.role() == SocketRole.BOUND)
                .toList();
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cause(
                        CauseCode.PORT_HELD_NOT_LISTENING,
                        Confidence.HIGH,
                        SocketText.who(held.get(0)) + " holds the port without listening on it.",
                        SocketText.evidence(held, "R1.42"),
                        Remedy.text("Let it listen, or end it: it may still be starting."),
                        null));
    }

    private List<Cause> otherNamespaces() {
        return examined.situation().namespaces().latest().stream()
                .flatMap(known -> known.others().stream())
                .flatMap(sight -> in(sight).stream())
                .limit(MOST_NAMESPACES)
                .toList();
    }

    private Optional<Cause> in(Sight sight) {
        List<ListeningSocket> there = sight.sockets().get().stream()
                .flatMap(known -> known.sockets().stream())
                .filter(socket -> socket.protocol() == target.protocol() && socket.port() == target.port())
                .filter(socket -> socket.role() == SocketRole.SERVER)
                .toList();
        if (there.isEmpty()) {
            return Optional.empty();
        }
        String name = sight.namespace().name();
        List<Observation> evidence = new ArrayList<>(SocketText.evidence(there, "R2.51"));
        evidence.add(new Observation(
                "network namespace " + sight.namespace().id() + ", " + name, "/proc/<pid>/net", "R8.7"));
        return Optional.of(new Cause(
                CauseCode.OTHER_NAMESPACE,
                Confidence.MEDIUM,
                "In " + name + " something listens on that port, at " + SocketText.binds(there)
                        + "; that is another loopback than this one.",
                evidence,
                Remedy.text(
                        sight.namespace().container() == null
                                ? "Reach it at an address that leads in there, if it has one: " + addresses(sight)
                                : "Publish the port when the container is started: -p 127.0.0.1:" + target.port() + ":"
                                        + target.port() + ", and let it listen on 0.0.0.0 in there."),
                null));
    }

    private static String addresses(Sight sight) {
        String found = String.join(
                ", ",
                sight.interfaces().get().stream()
                        .flatMap(known -> known.interfaces().stream())
                        .filter(one -> !one.isLoopback())
                        .flatMap((Interface one) -> one.addresses().stream())
                        .map(own -> own.address().text())
                        .toList());
        return found.isEmpty() ? "it has none but its loopback." : found + ".";
    }
}
