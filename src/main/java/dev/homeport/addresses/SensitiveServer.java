package dev.homeport.addresses;

import dev.homeport.finding.Severity;
import dev.homeport.net.Protocol;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.ListeningSocket;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Servers that are rarely meant for others, by the program that listens and by the port that it usually takes. */
enum SensitiveServer {
    DOCKER_API(
            "docker-api-exposed",
            Severity.ERROR,
            "a Docker API",
            "Whoever reaches it without TLS can start containers as root on this machine: it is a root shell without a password.",
            Set.of(),
            "",
            Map.of(2375, "dockerd|docker-proxy|systemd|podman", 4243, "dockerd")),
    DEBUGGER(
            "debugger-exposed",
            Severity.ERROR,
            "a debugger",
            "Whoever reaches a debugger can run code in the program as its user: debuggers ask for no password.",
            Set.of(),
            "",
            Map.of(
                    5005, "java",
                    9229, "node.*|MainThread|bun|deno",
                    9230, "node.*|MainThread|bun|deno",
                    5678, "python[\\d.]*|debugpy",
                    2345, "dlv",
                    9222, "chrom.*|msedge.*|brave.*",
                    5555, "adb|adbd")),
    CACHE(
            "cache-exposed",
            Severity.WARNING,
            "a cache",
            "Caches ask for no password unless told to: whoever reaches it can read and change what is in it, and with Redis "
                    + "often more of the machine.",
            Set.of(6379, 6380, 11211),
            "redis-server.*|valkey-server.*|keydb-server.*|memcached|dragonfly",
            Map.of()),
    DATABASE(
            "database-exposed",
            Severity.WARNING,
            "a database",
            "Whoever reaches it can try passwords, and databases for development often have none.",
            Set.of(
                    1433, 1521, 3306, 33060, 5432, 5433, 5984, 7687, 8086, 8529, 9042, 9200, 9300, 26257, 27017, 27018,
                    27019, 28015),
            "postgres|postmaster|mysqld|mariadbd|mongod|clickhouse-serv.*|cockroach|influxd|surreal|sqlservr",
            Map.of(9200, "java", 9300, "java", 7687, "java", 9042, "java|scylla", 5984, "beam\\.smp", 1521, "tnslsnr")),
    ADMIN(
            "admin-exposed",
            Severity.WARNING,
            "an administration port",
            "It is there to control something: whoever reaches it and gets in, or needs no password, controls it too.",
            Set.of(23, 2379, 2380, 3389, 5900, 5901, 6000, 6443, 8001, 8161, 8500, 9443, 10250, 10255, 15672, 61208),
            "jupyter.*|adminer|phpmyadmin|portainer|cockpit-ws|x11vnc|Xvnc|Xorg|consul|etcd|kubelet|xrdp|telnetd",
            Map.of(15672, "beam\\.smp", 8161, "java"));

    private final String findingId;
    private final Severity severity;
    private final String label;
    private final String why;
    private final Set<Integer> ports;
    private final Pattern programs;
    private final Map<Integer, String> programsByPort;

    SensitiveServer(
            String findingId,
            Severity severity,
            String label,
            String why,
            Set<Integer> ports,
            String programs,
            Map<Integer, String> programsByPort) {
        this.findingId = findingId;
        this.severity = severity;
        this.label = label;
        this.why = why;
        this.ports = ports;
        this.programs = Pattern.compile(programs);
        this.programsByPort = programsByPort;
    }

    /**
     * What a socket serves.
     *
     * @param isByProgram whether its program says so; else only the number of its port does, which may be a coincidence
     */
    record Match(SensitiveServer server, boolean isByProgram) {

        /** A port's number alone is no proof: it never makes an error. */
        Severity severity() {
            return isByProgram ? server.severity : Severity.WARNING;
        }
    }

    /** Empty when it is nothing of that kind. */
    static Optional<Match> of(ListeningSocket socket) {
        boolean isTold = socket.protocol() == Protocol.TCP || socket.port() == 11211;
        return isTold ? byProgram(socket).or(() -> byPort(socket.port())) : Optional.empty();
    }

    private static Optional<Match> byProgram(ListeningSocket socket) {
        return socket.owner()
                .primary()
                .flatMap(process -> Arrays.stream(values())
                        .filter(server -> server.isRunBy(process, socket.port()))
                        .findFirst()
                        .map(server -> new Match(server, true)));
    }

    private static Optional<Match> byPort(int port) {
        return Arrays.stream(values())
                .filter(server -> server.ports.contains(port) || server.programsByPort.containsKey(port))
                .findFirst()
                .map(server -> new Match(server, false));
    }

    private boolean isRunBy(ProcessDetails process, int port) {
        String name = process.displayName();
        String usual = programsByPort.get(port);
        return programs.matcher(name).matches()
                || usual != null && name.matches(usual)
                || this == DEBUGGER && isDebugged(process, port);
    }

    /** A debugger shares its process with what it debugs, so the port must stand in its option. */
    private static boolean isDebugged(ProcessDetails process, int port) {
        String commandLine = process.commandLine() == null ? "" : process.commandLine();
        return Pattern.compile("(jdwp=\\S*|--inspect\\S*|debugpy.*--listen(\\s+\\S*)?|--remote-debugging-port)[:=\\s]"
                        + port + "\\b")
                .matcher(commandLine)
                .find();
    }

    String findingId() {
        return findingId;
    }

    /** With its article: {@code a database}. */
    String label() {
        return label;
    }

    String why() {
        return why;
    }
}
