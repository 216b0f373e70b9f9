package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketRole;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program that is probably meant, and that waits on another port than the one asked for (DOMAIN R9.2). */
final class OtherPort {

    /** Development servers take the next free port: Vite, Next.js, Create React App, Jupyter and others. */
    private static final int NEXT_PORTS = 9;

    private static final Set<String> RUNTIMES =
            Set.of("node", "deno", "bun", "python", "python3", "ruby", "php", "java", "next-server");

    private final Examination examined;
    private final Target target;

    OtherPort(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    /** The likeliest one. */
    Optional<Cause> cause() {
        return Stream.of(ofService(), named(), next()).flatMap(Optional::stream).findFirst();
    }

    /** Asked for by the service's name, or by the port that is registered for it. */
    private Optional<Cause> ofService() {
        return examined.service()
                .flatMap(name -> first(process -> isOf(process.displayName(), name)))
                .map(socket -> cause(socket, Confidence.MEDIUM, "", "the service of the port"));
    }

    private static boolean isOf(String process, String service) {
        String stem = service.length() > 5 ? service.substring(0, 5) : service;
        return process.toLowerCase(Locale.ROOT).startsWith(stem);
    }

    /** Told by its command line to take the port: {@code --port 3000}, {@code -p 3000}, {@code http.server 3000}. */
    private Optional<Cause> named() {
        Pattern word = Pattern.compile("(?i)(--?[a-z.-]*port[ =]|-p[ =]?|\\s)" + target.port() + "(?=\\s|$)");
        return first(process -> process.commandLine() != null
                        && word.matcher(process.commandLine()).find())
                .map(socket -> cause(
                        socket,
                        Confidence.MEDIUM,
                        ", though its command line names " + target.port(),
                        "the command line"));
    }

    private Optional<Cause> next() {
        return servers()
                .filter(socket -> socket.port() > target.port() && socket.port() <= target.port() + NEXT_PORTS)
                .filter(socket -> socket.owner()
                        .primary()
                        .filter(process ->
                                RUNTIMES.contains(process.displayName().toLowerCase(Locale.ROOT)))
                        .isPresent())
                .findFirst()
                .map(socket -> cause(
                        socket,
                        Confidence.LOW,
                        "; many development servers take the next port when theirs is taken at their start",
                        "the next ports"));
    }

    private Stream<ListeningSocket> servers() {
        return examined.all().stream()
                .filter(socket -> socket.protocol() == target.protocol() && socket.role() == SocketRole.SERVER)
                .filter(socket -> socket.forwarding().isEmpty());
    }

    /** A program is looked at once, however many sockets it has. */
    private Optional<ListeningSocket> first(Predicate<ProcessDetails> isMeant) {
        Set<ProcessDetails> meant = servers()
                .flatMap(socket -> socket.owner().primary().stream())
                .distinct()
                .filter(isMeant)
                .collect(Collectors.toSet());
        return servers()
                .filter(socket ->
                        socket.owner().primary().filter(meant::contains).isPresent())
                .findFirst();
    }

    private static Cause cause(ListeningSocket socket, Confidence confidence, String more, String by) {
        return new Cause(
                CauseCode.OTHER_PORT_SAME_PROCESS,
                confidence,
                SocketText.who(socket) + " listens on port " + socket.port() + " instead" + more + ".",
                List.of(
                        SocketText.evidence(socket, "R9.2"),
                        new Observation("found by " + by, "listening sockets", "R9.2")),
                Remedy.text("Use port " + socket.port() + ", or set the port in its configuration."),
                null);
    }
}
