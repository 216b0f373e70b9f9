package dev.homeport.sockets;

import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.Protocol;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A socket that waits for peers: TCP in LISTEN, or UDP bound without a peer.
 *
 * @param id the same for the life of the socket, in every answer
 * @param bind the address and port it is bound to, a mapped address normalised to IPv4 (DOMAIN R1.7)
 * @param rawAddress the address as the system spells it, {@code ::ffff:127.0.0.1} for example
 * @param scope who can reach it, as an upper bound
 * @param v6only whether an IPv6 socket takes IPv6 alone; null where that cannot be known or does not apply
 * @param service the name registered for the port
 * @param acceptQueue connections that wait to be accepted, TCP only; null where the source does not tell
 * @param since when Homeport first saw it
 */
public record ListeningSocket(
        String id,
        Protocol protocol,
        SocketFamily family,
        Endpoint bind,
        String rawAddress,
        BindScope scope,
        @Nullable Boolean v6only,
        @Nullable String service,
        SocketRole role,
        Owner owner,
        @Nullable Integer acceptQueue,
        Instant since) {

    /** By port, then TCP before UDP, then by address; the id decides between equals, so that rows do not jump. */
    static final Comparator<ListeningSocket> BY_PORT = Comparator.comparingInt(
                    (ListeningSocket socket) -> socket.port())
            .thenComparing(ListeningSocket::protocol)
            .thenComparing(socket -> socket.bind().address())
            .thenComparing(ListeningSocket::id);

    public int port() {
        return bind.port();
    }

    /** Whether, as far as its bind address tells, other machines can reach it. */
    public boolean isReachableFromElsewhere() {
        return scope.reachesBeyondThisMachine();
    }
}
