package dev.homeport.platform;

import dev.homeport.net.Endpoint;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Outcome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Connects over TCP and tells what came of it. IPv4 goes through an IPv4 socket, as other programs' connections do:
 * Java's own sockets are of IPv6, and pass policies for IPv4 unseen (DOMAIN R5.44). Blocks the calling thread, at most for
 * the two durations.
 *
 * @param patience how long to wait for the connection; without a limit the system waits for minutes (R5.42)
 * @param listening how long to hear afterwards whether the other side closes it again
 */
public record ConnectProbe(Duration patience, Duration listening) {

    /**
     * @param took until the connection was set up or had failed
     * @param detail the system's own words for a failure; null when there was none
     */
    public record Attempt(
            Outcome outcome, Duration took, @Nullable String detail) {}

    /** Tries it, once. */
    public Attempt connect(Endpoint target) {
        long start = System.nanoTime();
        boolean isIpv4 = target.address().family() == IpFamily.IPV4;
        try (SocketChannel channel =
                SocketChannel.open(isIpv4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6)) {
            InetSocketAddress address = new InetSocketAddress(JavaAddress.of(target.address()), target.port());
            channel.socket().connect(address, (int) patience.toMillis());
            Duration took = since(start);
            boolean isSelf = address.equals(channel.getLocalAddress());
            return new Attempt(isSelf ? Outcome.SELF_CONNECTED : hear(channel.socket()), took, null);
        } catch (IOException e) {
            return new Attempt(Outcome.of(e), since(start), HostileText.clean(String.valueOf(e.getMessage())));
        } catch (UnsupportedOperationException e) {
            return new Attempt(
                    Outcome.ADDRESS_NOT_AVAILABLE, since(start), "This Java process was started without IPv6");
        }
    }

    /** Most servers say nothing until they hear something. */
    private Outcome hear(Socket socket) {
        try {
            socket.setSoTimeout((int) listening.toMillis());
            return socket.getInputStream().read() < 0 ? Outcome.ACCEPTED_THEN_CLOSED : Outcome.ACCEPTED;
        } catch (SocketTimeoutException e) {
            return Outcome.ACCEPTED;
        } catch (IOException e) {
            return Outcome.ACCEPTED_THEN_CLOSED;
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
