package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.localhost.Client;
import dev.homeport.net.LocalhostName;
import dev.homeport.net.Protocol;
import dev.homeport.platform.HostileText;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What keeps one kind of client from a server that others reach: the client itself (DOMAIN R1.41, R10.6). */
final class ClientRules {

    /** Paths of the UNIX sockets of servers that listen on a port too, by the port. */
    private static final Map<Integer, Pattern> PATHS = Map.of(
            3306, Pattern.compile(".*/mysqld?\\.sock"),
            5432, Pattern.compile(".*/\\.s\\.PGSQL\\.\\d+"),
            6379, Pattern.compile(".*/(redis|valkey)[^/]*\\.sock"),
            2375, Pattern.compile(".*/docker\\.sock"));

    private static final String POSTGRESQL = ".s.PGSQL.";

    /** Clients of these take “localhost” for a UNIX socket. */
    private static final Map<String, String> BY_SOCKET =
            Map.of("mysql", "mysql", "postgresql", "psql", "mariadb", "mysql");

    private final Examination examined;
    private final Target target;

    ClientRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    List<Cause> causes() {
        return target.protocol() == Protocol.TCP
                ? Stream.of(serverOnUnixSocket(), clientOnUnixSocket(), browser())
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    private boolean isReached() {
        return examined.meant(Client.NATIVE).stream().anyMatch(Destination::isReached);
    }

    /** The socket that the service of this port has in the file system. */
    private Optional<String> path() {
        Pattern known = PATHS.get(target.port());
        return examined.situation().unixListeners().stream()
                .filter(path -> path.endsWith("/" + POSTGRESQL + target.port())
                        || known != null && known.matcher(path).matches())
                .findFirst();
    }

    private Optional<Cause> serverOnUnixSocket() {
        boolean isNobody = examined.onPort().isEmpty() && !isReached();
        return path().filter(path -> isNobody)
                .map(path -> new Cause(
                        CauseCode.UNIX_SOCKET_CLIENT,
                        Confidence.HIGH,
                        "A server listens on the UNIX socket " + path
                                + ", and on no TCP port: clients that are given an "
                                + "address and a port are refused.",
                        List.of(new Observation(path, "/proc/net/unix", "R1.41"), SocketText.none(target, "R1.41")),
                        Remedy.text(advice(path)),
                        null));
    }

    private String advice(String path) {
        if (!HostileText.isPlainWord(path.substring(1))) {
            return "Let it listen on a TCP port too, or let the client use that socket.";
        }
        String directory = path.substring(0, path.lastIndexOf('/'));
        if (path.contains(POSTGRESQL)) {
            return "Set listen_addresses = 'localhost' in postgresql.conf and start it again, or let the client use the "
                    + "socket: psql -h " + directory + " -p " + target.port() + ".";
        } else if (target.port() == 3306) {
            return "Take skip-networking out of its configuration and set bind-address = 127.0.0.1, or let the client use the "
                    + "socket: mysql -S " + path + ".";
        }
        return "Let it listen on a TCP port too, or let the client use the socket " + path + ".";
    }

    /** TCP is well; an error that names a path is about something else. */
    private Optional<Cause> clientOnUnixSocket() {
        String service = examined.service().orElse("");
        String client = BY_SOCKET.get(service);
        boolean isByName = target.name() != null && LocalhostName.is(target.name());
        if (client == null || !isByName || !isReached() || path().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Cause(
                CauseCode.UNIX_SOCKET_CLIENT,
                Confidence.LOW,
                "If " + client + " fails with an error that names a path (….sock, " + POSTGRESQL
                        + "…), it never came to this port: it takes “localhost” for a UNIX socket, and none is there.",
                List.of(new Observation("no UNIX socket of " + service, "/proc/net/unix", "R1.41")),
                Remedy.text("Give it the address: " + client + " -h 127.0.0.1."),
                client + " -h 127.0.0.1: that goes by TCP"));
    }

    /** Browsers refuse ports of other protocols before they send a word. */
    private Optional<Cause> browser() {
        if (!BadPorts.contains(target.port()) || !isReached() || isDatabase()) {
            return Optional.empty();
        }
        boolean isWeb = target.speech() != Speech.UNKNOWN;
        return Optional.of(new Cause(
                CauseCode.BROWSER_POLICY,
                isWeb ? Confidence.HIGH : Confidence.LOW,
                "Browsers refuse to connect to port " + target.port()
                        + " at all (ERR_UNSAFE_PORT in Chrome, “This address is restricted” in Firefox); curl and other "
                        + "programs are not concerned.",
                List.of(new Observation(
                        "port " + target.port() + " is on the list of bad ports", "the Fetch standard", "R9")),
                Remedy.text("Let the web server listen on another port, such as 8080."),
                null));
    }

    /** Nobody means a browser who asks for a database. */
    private boolean isDatabase() {
        return examined.onPort().stream()
                .flatMap((ListeningSocket socket) -> socket.owner().processes().stream())
                .map(ProcessDetails::displayName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("sshd") || name.startsWith("postgres") || name.startsWith("mysql"));
    }
}
