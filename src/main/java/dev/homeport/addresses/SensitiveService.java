package dev.homeport.addresses;

import dev.homeport.finding.Severity;
import dev.homeport.net.Protocol;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.ListeningSocket;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Services that are rarely meant for others, by their usual port or by what runs them. */
enum SensitiveService {
    DOCKER_API(
            "docker-api-exposed",
            Severity.ERROR,
            "Docker API",
            "Whoever reaches it without TLS can start containers as root on this machine: it is a root shell without a password.",
            Set.of(2375, 4243),
            ""),
    DEBUGGER(
            "debugger-exposed",
            Severity.ERROR,
            "debugger",
            "Whoever reaches a debugger can run code in the program as its user: debuggers ask for no password.",
            Set.of(5005, 9229, 9230, 5678, 2345, 9222),
            ".*(jdwp=|--inspect|debugpy|remote-debugging-port).*"),
    CACHE(
            "cache-exposed",
            Severity.WARNING,
            "cache",
            "Caches ask for no password unless told to: whoever reaches it can read and change what is in it, and with Redis "
                    + "often more of the machine.",
            Set.of(6379, 6380, 11211),
            "(redis-server|valkey-server|keydb-server|memcached|dragonfly)( .*)?"),
    DATABASE(
            "database-exposed",
            Severity.WARNING,
            "database",
            "Whoever reaches it can try passwords, and databases for development often have none.",
            Set.of(
                    1433, 1521, 3306, 33060, 5432, 5433, 5984, 7687, 8086, 8529, 9042, 9200, 9300, 26257, 27017, 27018,
                    27019, 28015),
            "(postgres|mysqld|mariadbd|mongod|clickhouse-server|cockroach|influxd|surreal)( .*)?"),
    ADMIN(
            "admin-exposed",
            Severity.WARNING,
            "administration port",
            "It is there to control something: whoever reaches it and gets in, or needs no password, controls it too.",
            Set.of(23, 2379, 2380, 5900, 5901, 6000, 6443, 8001, 8161, 8500, 9443, 10250, 10255, 15672, 61208),
            "(jupyter\\S*|adminer|phpmyadmin|portainer|cockpit-ws|x11vnc|Xvnc|consul|etcd)( .*)?");

    private final String findingId;
    private final Severity severity;
    private final String label;
    private final String why;
    private final Set<Integer> ports;
    private final Pattern programs;

    SensitiveService(
            String findingId, Severity severity, String label, String why, Set<Integer> ports, String programs) {
        this.findingId = findingId;
        this.severity = severity;
        this.label = label;
        this.why = why;
        this.ports = ports;
        this.programs = Pattern.compile(programs, Pattern.CASE_INSENSITIVE);
    }

    /** What a socket probably serves; empty when it is nothing of that kind. */
    static Optional<SensitiveService> of(ListeningSocket socket) {
        if (socket.protocol() == Protocol.UDP && socket.port() != 11211) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(service -> service.ports.contains(socket.port()) || service.isRunBy(socket))
                .findFirst();
    }

    /** A debugger shares its process with what it debugs: there the port must stand in the command line, too. */
    private boolean isRunBy(ListeningSocket socket) {
        return socket.owner()
                .primary()
                .filter(process -> matches(process, socket.port()))
                .isPresent();
    }

    private boolean matches(ProcessDetails process, int port) {
        String commandLine = process.commandLine() == null ? "" : process.commandLine();
        if (this == DEBUGGER) {
            return programs.matcher(commandLine).matches() && commandLine.matches(".*[:=]" + port + "\\b.*");
        }
        return programs.matcher(process.displayName().toLowerCase(Locale.ROOT)).matches();
    }

    String findingId() {
        return findingId;
    }

    Severity severity() {
        return severity;
    }

    String label() {
        return label;
    }

    /** {@code A}, or {@code An} before a vowel. */
    String article() {
        return this == ADMIN ? "An" : "A";
    }

    String why() {
        return why;
    }
}
