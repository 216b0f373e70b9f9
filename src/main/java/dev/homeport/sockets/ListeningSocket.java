package dev.homeport.sockets;

import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.LoopbackInterface;
import dev.homeport.net.Protocol;
import dev.homeport.processes.Forwarding;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.source.AcceptQueue;
import dev.homeport.sockets.source.SocketFamily;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A socket that waits for peers: TCP in LISTEN, or UDP bound without a peer. Beside these, a TCP socket that holds its
 * port without listening, in the role of {@link SocketRole#BOUND}.
 *
 * @param id the same for the life of the socket, in every answer
 * @param bind the address and port it is bound to, a mapped address normalised to IPv4 (DOMAIN R1.7)
 * @param rawAddress the address as the system spells it, {@code ::ffff:127.0.0.1} for example
 * @param scope who can reach it, as an upper bound
 * @param device the interface that it is bound to (SO_BINDTODEVICE): nothing that arrives elsewhere reaches it (R1.35)
 * @param v6only whether an IPv6 socket takes IPv6 alone; null where that cannot be known or does not apply
 * @param service the name registered for the port
 * @param acceptQueue TCP only; null where the source does not tell
 * @param inode the kernel's number of the socket, 0 for one that no descriptor can name; null where it is not told
 * @param since when Homeport first saw it
 */
public record ListeningSocket(
        String id,
        Protocol protocol,
        SocketFamily family,
        Endpoint bind,
        String rawAddress,
        BindScope scope,
        @Nullable String device,
        @Nullable Boolean v6only,
        @Nullable String service,
        SocketRole role,
        Owner owner,
        @Nullable AcceptQueue acceptQueue,
        @Nullable Long inode,
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

    /** Whether both use the same port of the same protocol. */
    boolean isOnPortOf(ListeningSocket other) {
        return protocol == other.protocol && port() == other.port();
    }

    /** Whether new connections are turned away, since the program does not accept those that wait. */
    public boolean isFull() {
        return acceptQueue != null && acceptQueue.isFull();
    }

    /** The primary process' name, or words that say why none can be named. */
    public String holder() {
        return owner.primary()
                .map(ProcessDetails::displayName)
                .orElse(owner.visibility() == Owner.Visibility.KERNEL ? "no process" : "owner hidden");
    }

    /** What the primary process does with this port, if it only forwards. */
    public Optional<Forwarding> forwarding() {
        return owner.primary().flatMap(process -> process.forwardingAt(port()));
    }

    /** What is special about it, beside what other sockets have to do with that. */
    public List<Mark> marks() {
        return marks(null);
    }

    /** What is special about it, as one of those on {@code sharedPort}; null when no other waits there. */
    public List<Mark> marks(@Nullable SharedPort sharedPort) {
        return Mark.of(this, sharedPort);
    }

    /** Its scope, narrowed by the device that it is bound to (R1.35). */
    public BindScope reach() {
        if (LoopbackInterface.NAME.equals(device)) {
            return BindScope.LOOPBACK;
        }
        return device != null && scope == BindScope.ALL ? BindScope.ADDRESS : scope;
    }

    /** Whether, as far as its bind address and device tell, other machines can reach it (R1.35). */
    public boolean isReachableFromElsewhere() {
        return reach().reachesBeyondThisMachine();
    }
}
