package dev.homeport.addresses;

import dev.homeport.answer.BadParameter;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketRole;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Proofs of what the present readings say. */
@Component
class Proofs {

    private final CurrentMachine machine;
    private final Prover prover;

    Proofs(CurrentMachine machine, Prover prover) {
        this.machine = machine;
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
        Machine now = machine.now();
        ListeningSocket socket = now.listening().stream()
                .filter(one -> one.id().equals(id))
                .filter(one -> one.protocol() == Protocol.TCP && one.role() == SocketRole.SERVER)
                .findFirst()
                .orElseThrow(() -> new BadParameter(
                        "socket",
                        id == null ? "" : id,
                        "the id of a TCP socket that listens here now, from /api/sockets"));
        if (now.knownInterfaces().isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "The addresses of this machine are not known yet.");
        }
        return prover.prove(socket, now.map());
    }
}
