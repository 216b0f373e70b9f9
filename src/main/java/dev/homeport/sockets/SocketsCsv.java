package dev.homeport.sockets;

import dev.homeport.answer.Csv;
import dev.homeport.platform.Container;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.source.AcceptQueue;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;

/** The sockets as CSV; several owners stand in one cell each, separated by blanks. */
final class SocketsCsv {

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

    static ResponseEntity<String> of(List<ListeningSocket> sockets, String host, Instant takenAt) {
        return Csv.response("sockets", host, takenAt, HEADER, sockets.stream().map(SocketsCsv::cells));
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
}
