package dev.homeport.sockets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.platform.Container;
import dev.homeport.processes.Forwarding;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.source.AcceptQueue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/sockets}.
 *
 * @param total sockets in the reading, before the filter
 * @param hiddenOwners sockets in the reading whose owner Homeport may not see
 */
record SocketsAnswer(
        @JsonUnwrapped ReadingHead head,
        @Nullable String source,
        @Nullable String namespace,
        long hiddenOwners,
        int total,
        List<Socket> sockets) {

    /**
     * A socket as JSON; see {@link ListeningSocket}.
     *
     * @param forwarding set when the primary process only forwards
     * @param sharesPortWith ids of the other sockets on the same protocol and port
     * @param uid the user id that made the socket, {@code user} its name
     */
    record Socket(
            String id,
            String protocol,
            String family,
            String address,
            int port,
            String scope,
            @Nullable String device,
            @Nullable Boolean v6only,
            @Nullable String service,
            String role,
            String owner,
            @Nullable String ownerReason,
            List<Process> processes,
            @Nullable Container container,
            @Nullable Forwarding forwarding,
            List<String> sharesPortWith,
            @Nullable Integer acceptQueue,
            @Nullable Integer backlog,
            @Nullable Long uid,
            @Nullable String user,
            @Nullable Long inode,
            String rawAddress,
            Instant since) {

        static Socket of(ListeningSocket socket, @Nullable SharedPort sharedPort) {
            AcceptQueue queue = socket.acceptQueue();
            SocketUser user = socket.owner().user();
            return new Socket(
                    socket.id(),
                    socket.protocol().text(),
                    socket.family().text(),
                    socket.bind().address().text(),
                    socket.port(),
                    socket.scope().text(),
                    socket.device(),
                    socket.v6only(),
                    socket.service(),
                    socket.role().text(),
                    socket.owner().visibility().text(),
                    socket.owner().reason(),
                    socket.owner().processes().stream().map(Process::of).toList(),
                    socket.owner().primary().map(ProcessDetails::container).orElse(null),
                    socket.forwarding().orElse(null),
                    sharedPort == null
                            ? List.of()
                            : sharedPort.besides(socket).stream()
                                    .map(ListeningSocket::id)
                                    .toList(),
                    queue == null ? null : queue.waiting(),
                    queue == null ? null : queue.backlog(),
                    user == null ? null : user.uid(),
                    user == null ? null : user.name(),
                    socket.inode(),
                    socket.rawAddress(),
                    socket.since());
        }
    }

    /** A process as JSON; see {@link ProcessDetails}. */
    record Process(
            int pid,
            @Nullable String name,
            @Nullable String user,
            @Nullable String commandLine,
            @Nullable Instant startedAt,
            @Nullable Container container) {

        static Process of(ProcessDetails process) {
            return new Process(
                    process.pid(),
                    process.name(),
                    process.user(),
                    process.commandLine(),
                    process.startedAt(),
                    process.container());
        }
    }

    static SocketsAnswer of(Seen<ListeningSockets> seen, SocketFilter filter) {
        Reading<ListeningSockets> reading = seen.reading();
        ReadingHead head = ReadingHead.of(reading);
        return reading.latest()
                .map(all -> new SocketsAnswer(
                        head,
                        all.source(),
                        all.namespace(),
                        all.hiddenOwners(),
                        all.sockets().size(),
                        sockets(all.sockets(), filter)))
                .orElseGet(() -> new SocketsAnswer(head, null, seen.elsewhere(), 0, 0, List.of()));
    }

    private static List<Socket> sockets(List<ListeningSocket> all, SocketFilter filter) {
        Map<String, SharedPort> shared = SharedPort.byId(all);
        return all.stream()
                .filter(filter)
                .map(socket -> Socket.of(socket, shared.get(socket.id())))
                .toList();
    }
}
