package dev.homeport.latency.probe;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.JavaAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * Round trips on one connection to an echo of our own, TCP_NODELAY at both ends (DOMAIN R6.5). Nothing listens once the
 * connection is there.
 */
final class TcpRoundTrip {

    private TcpRoundTrip() {}

    /** @throws IOException when a loopback connection cannot be set up in that time */
    static Exchange open(IpAddress address, Duration patience, Threads threads) throws IOException {
        try (ServerSocketChannel listener = listener(address, 1)) {
            InetSocketAddress there = (InetSocketAddress) listener.getLocalAddress();
            SocketChannel near = SocketChannel.open(family(address));
            try {
                near.socket().connect(there, (int) patience.toMillis());
                SocketChannel far = acceptFrom(listener, near);
                near.setOption(StandardSocketOptions.TCP_NODELAY, true);
                far.setOption(StandardSocketOptions.TCP_NODELAY, true);
                threads.start("echo-tcp", new Echo(far));
                return new RoundTrip(near, far);
            } catch (IOException | RuntimeException e) {
                near.close();
                throw e;
            }
        }
    }

    /** Whoever else found the port in that moment is turned away. */
    private static SocketChannel acceptFrom(ServerSocketChannel listener, SocketChannel near) throws IOException {
        while (true) {
            SocketChannel far = listener.accept();
            if (far.getRemoteAddress().equals(near.getLocalAddress())) {
                return far;
            }
            far.close();
        }
    }

    /** A listener on a free port of that address alone. */
    static ServerSocketChannel listener(IpAddress address, int backlog) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(family(address));
        try {
            return listener.bind(new InetSocketAddress(JavaAddress.of(address), 0), backlog);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    static ProtocolFamily family(IpAddress address) {
        return address.family() == IpFamily.IPV4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }
}
