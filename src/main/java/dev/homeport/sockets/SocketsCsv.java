package dev.homeport.sockets;

import dev.homeport.platform.Container;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.source.AcceptQueue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sockets as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe: names of
 * processes are whatever somebody called them.
 */
final class SocketsCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final List<String> HEADER = List.of(
            "protocol",
            "family",
            "address",
            "port",
            "scope",
            "service",
            "role",
            "owner",
            "pid",
            "process",
            "user",
            "commandLine",
            "startedAt",
            "acceptQueue",
            "since",
            "id",
            "device",
            "v6only",
            "container",
            "backlog",
            "uid",
            "inode");

    private SocketsCsv() {}

    /** {@code homeport-sockets-<host>-<time>.csv}; the host's name is reduced to what any file system takes. */
    static String fileName(String host, Instant takenAt) {
        return "homeport-sockets-" + host.replaceAll("[^A-Za-z0-9.-]", "_") + "-" + FILE_TIME.format(takenAt) + ".csv";
    }

    /** A header row, then a row a socket; several owners stand in one cell each, separated by spaces. */
    static String of(List<ListeningSocket> sockets) {
        return Stream.concat(Stream.of(HEADER), sockets.stream().map(SocketsCsv::cells))
                .map(cells -> cells.stream().map(SocketsCsv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static List<String> cells(ListeningSocket socket) {
        AcceptQueue queue = socket.acceptQueue();
        SocketUser user = socket.owner().user();
        return List.of(
                socket.protocol().text(),
                socket.family().text(),
                socket.bind().address().text(),
                Integer.toString(socket.port()),
                socket.scope().text(),
                text(socket.service()),
                socket.role().text(),
                socket.owner().visibility().text(),
                owners(socket, ProcessDetails::pid),
                owners(socket, ProcessDetails::name),
                owners(socket, ProcessDetails::user),
                owners(socket, ProcessDetails::commandLine),
                owners(socket, ProcessDetails::startedAt),
                text(queue == null ? null : queue.waiting()),
                socket.since().toString(),
                socket.id(),
                text(socket.device()),
                text(socket.v6only()),
                container(socket),
                text(queue == null ? null : queue.backlog()),
                text(user == null ? null : user.uid()),
                text(socket.inode()));
    }

    private static String container(ListeningSocket socket) {
        return socket.owner()
                .primary()
                .map(ProcessDetails::container)
                .map(Container::label)
                .orElse("");
    }

    private static String owners(ListeningSocket socket, Function<ProcessDetails, ?> value) {
        return socket.owner().processes().stream()
                .map(process -> text(value.apply(process)))
                .collect(Collectors.joining(" "));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> ",\"\r\n'".indexOf(c) >= 0);
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
