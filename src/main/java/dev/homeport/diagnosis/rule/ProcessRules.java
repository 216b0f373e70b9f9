package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.localhost.Client;
import dev.homeport.net.Outcome;
import dev.homeport.processes.ForwardTarget;
import dev.homeport.processes.Forwarding;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.processes.ProcessState;
import dev.homeport.sockets.ListeningSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the program behind a socket does its part (DOMAIN R2.7, R2.65; R5.40, rows 2, 3 and 6). */
final class ProcessRules {

    private final Examination examined;

    ProcessRules(Examination examined) {
        this.examined = examined;
    }

    List<Cause> causes() {
        List<Destination> answered = examined.meant(Client.NATIVE).stream()
                .filter(Destination::isAnswered)
                .toList();
        return answered.stream()
                .flatMap(destination -> destination.sockets().stream())
                .distinct()
                .flatMap(socket -> Stream.of(
                                stopped(socket), full(socket), container(socket).or(() -> forwarder(socket)))
                        .flatMap(Optional::stream))
                .toList();
    }

    /** Of several holders one that runs is enough: the workers of a server accept for each other. */
    private Optional<Cause> stopped(ListeningSocket socket) {
        List<ProcessDetails> holders = socket.owner().processes();
        boolean areAllHalted = !holders.isEmpty()
                && holders.stream()
                        .map(process -> examined.situation().states().get(process.pid()))
                        .allMatch(state -> state != null && state.isHalted());
        if (!areAllHalted) {
            return Optional.empty();
        }
        ProcessDetails process = holders.get(0);
        ProcessState state = examined.situation().states().get(process.pid());
        boolean isTraced = state == ProcessState.TRACED;
        return Optional.of(new Cause(
                CauseCode.PROCESS_STOPPED,
                Confidence.HIGH,
                SocketText.who(socket) + (isTraced ? " is halted by a debugger" : " is stopped")
                        + ": connections are set up for it, and nobody answers on them.",
                List.of(
                        new Observation("state " + state.letter(), "/proc/" + process.pid() + "/stat", "R5.40"),
                        SocketText.evidence(socket, "R5.40")),
                isTraced
                        ? Remedy.text("Let it go on in the debugger.")
                        : Remedy.command(
                                "kill -CONT " + process.pid(),
                                "lets it go on; in the shell that started it, fg does",
                                "Whoever stopped it may have had a reason."),
                null));
    }

    private Optional<Cause> full(ListeningSocket socket) {
        if (!socket.isFull()) {
            return Optional.empty();
        }
        return Optional.of(new Cause(
                CauseCode.ACCEPT_QUEUE_FULL,
                Confidence.HIGH,
                SocketText.who(socket) + " does not accept what waits for it: "
                        + Optional.ofNullable(socket.acceptQueue())
                                .map(queue -> queue.text())
                                .orElse("")
                        + " connections wait, and further ones are dropped.",
                List.of(SocketText.evidence(socket, "R2.7")),
                Remedy.text(
                        "Find out what keeps it from accepting: its log, its processors, a lock. Starting it again helps for a "
                                + "while; a longer queue (its backlog, and net.core.somaxconn) helps against short rushes alone."),
                "ss -ltn 'sport = :" + socket.port() + "' twice: the queue moves, or it does not"));
    }

    /** What is in sight of a container tells more than a connection to its engine. */
    private Optional<Cause> container(ListeningSocket socket) {
        boolean hasAnswered = examined.destinations().stream()
                .filter(destination -> destination.sockets().contains(socket))
                .flatMap(destination -> Stream.ofNullable(destination.trial()))
                .flatMap(trial -> Stream.ofNullable(trial.reply()))
                .anyMatch(reply -> !reply.text().isEmpty());
        return hasAnswered ? Optional.empty() : dead(socket);
    }

    private Optional<Cause> dead(ListeningSocket socket) {
        return examined.situation()
                .namespaces()
                .latest()
                .flatMap(known -> Behind.of(socket, known))
                .filter(Behind::isDead)
                .map(behind -> dead(socket, behind));
    }

    private static Cause dead(ListeningSocket socket, Behind behind) {
        List<ListeningSocket> there = behind.port() == null ? behind.servers() : behind.onPort();
        String inside = there.isEmpty()
                ? "nothing listens in there" + (behind.port() == null ? "" : " on port " + behind.port())
                : SocketText.whoWithin(there.get(0)) + " listens at " + SocketText.binds(there) + " alone in there";
        List<Observation> evidence = new ArrayList<>(List.of(SocketText.evidence(socket, "R8.16")));
        evidence.addAll(
                there.isEmpty()
                        ? List.of(new Observation(
                                "nothing that takes it", "listening sockets of " + behind.name(), "R8.1"))
                        : SocketText.evidence(there, "R8.1"));
        return new Cause(
                CauseCode.FORWARDER_DEAD_TARGET,
                Confidence.HIGH,
                SocketText.who(socket) + " keeps the port for " + behind.name() + ", and " + inside
                        + ": nobody takes what arrives at the container’s own address.",
                evidence,
                Remedy.text(
                        there.isEmpty()
                                ? "Start the application in there, or publish the port on which it listens: -p "
                                        + socket.port() + ":<its port>."
                                : "Let it listen on 0.0.0.0 in the container; who reaches it is decided by how the port is "
                                        + "published."),
                null);
    }

    /** Connecting proves nothing about what a forwarder leads to: it accepts by itself. */
    private Optional<Cause> forwarder(ListeningSocket socket) {
        Optional<Forwarding> forwarding = socket.forwarding();
        boolean isClosed = examined.destinations().stream()
                .filter(destination -> destination.sockets().contains(socket))
                .flatMap(destination -> Stream.ofNullable(destination.attempt()))
                .anyMatch(attempt -> attempt.outcome() == Outcome.ACCEPTED_THEN_CLOSED);
        if (forwarding.isEmpty() || !isClosed) {
            return Optional.empty();
        }
        ForwardTarget target = forwarding.get().target();
        return Optional.of(new Cause(
                CauseCode.FORWARDER_DEAD_TARGET,
                Confidence.HIGH,
                SocketText.who(socket) + " only forwards" + (target == null ? "" : ", to " + target.text())
                        + ", and what is there does not answer: the connection is accepted and then closed.",
                List.of(
                        SocketText.evidence(socket, "R8.17"),
                        new Observation("accepted, then closed", "a connection that was tried", "R5.40")),
                Remedy.text(
                        "If a container is behind it: let the application listen on 0.0.0.0 in there, and on the port that is "
                                + "published. Else start what it forwards to."),
                null));
    }
}
