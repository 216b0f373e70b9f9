package dev.homeport.addresses;

import dev.homeport.answer.BadParameter;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.Protocol;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.SocketRole;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Proofs of what the present readings say. */
@Component
class Proofs {

    private final CachedCollector<Interfaces> interfaces;
    private final CachedCollector<ListeningSockets> sockets;
    private final CurrentMap maps;
    private final Prover prover;

    Proofs(
            CachedCollector<Interfaces> interfaces,
            CachedCollector<ListeningSockets> sockets,
            CurrentMap maps,
            Prover prover) {
        this.interfaces = interfaces;
        this.sockets = sockets;
        this.maps = maps;
        this.prover = prover;
    }

    /** The last proof for a socket, if it was one of the last of all. */
    Optional<Proof> last(String socket) {
        return prover.last(socket);
    }

    /**
     * Tries the port of the socket with this id.
     *
     * @throws BadParameter when no TCP socket that listens has it
     */
    Proof prove(@Nullable String id) {
        Optional<ListeningSockets> all = sockets.snapshot().reading().latest();
        ListeningSocket socket = all.stream()
                .flatMap(known -> known.sockets().stream())
                .filter(one -> one.id().equals(id))
                .filter(one -> one.protocol() == Protocol.TCP && one.role() == SocketRole.SERVER)
                .findFirst()
                .orElseThrow(() -> new BadParameter(
                        "socket",
                        id == null ? "" : id,
                        "the id of a TCP socket that listens here now, from /api/sockets"));
        Interfaces known = interfaces
                .snapshot()
                .reading()
                .latest()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.SERVICE_UNAVAILABLE, "The addresses of this machine are not known yet."));
        return prover.prove(socket, maps.of(known, all.orElseThrow()));
    }
}
