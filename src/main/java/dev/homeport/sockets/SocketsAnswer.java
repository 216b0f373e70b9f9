package dev.homeport.sockets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.reading.Reading;
import java.time.Instant;
import java.util.List;
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

    /** A socket as JSON; see {@link ListeningSocket}. */
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
            List<OwningProcess> processes,
            @Nullable Object container,
            @Nullable Integer acceptQueue,
            @Nullable Integer backlog,
            String rawAddress,
            Instant since) {

        static Socket of(ListeningSocket socket) {
            return new Socket(
                    socket.id(),
                    socket.protocol().text(),
                    socket.family().text(),
                    socket.bind().address().text(),
                    socket.port(),
                    socket.scope().text(),
                    null,
                    socket.v6only(),
                    socket.service(),
                    socket.role().text(),
                    socket.owner().visibility().text(),
                    socket.owner().reason(),
                    socket.owner().processes(),
                    null,
                    socket.acceptQueue(),
                    null,
                    socket.rawAddress(),
                    socket.since());
        }
    }

    static SocketsAnswer of(Reading<ListeningSockets> reading, SocketFilter filter) {
        ReadingHead head = ReadingHead.of(reading);
        return reading.latest()
                .map(all -> new SocketsAnswer(
                        head,
                        all.source(),
                        all.namespace(),
                        all.hiddenOwners(),
                        all.sockets().size(),
                        all.sockets().stream().filter(filter).map(Socket::of).toList()))
                .orElseGet(() -> new SocketsAnswer(head, null, null, 0, 0, List.of()));
    }
}
