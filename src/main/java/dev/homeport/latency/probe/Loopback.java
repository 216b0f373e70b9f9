package dev.homeport.latency.probe;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.JavaAddress;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Connections of this process to itself, over loopback. */
public final class Loopback {

    private Loopback() {}

    /** Both ends of a connection, each of which blocks. */
    public record Pair(SocketChannel near, SocketChannel far) implements Closeable {

        /** Resets it, so that neither end stays in TIME_WAIT (DOMAIN R6.8). */
        @Override
        public void close() throws IOException {
            try (far) {
                if (near.isOpen()) {
                    near.setOption(StandardSocketOptions.SO_LINGER, 0);
                }
                near.close();
            }
        }
    }

    /**
     * Connects, with TCP_NODELAY at both ends. Nothing listens once the connection is there.
     *
     * @throws IOException when no connection can be set up in that time
     */
    public static Pair connect(IpAddress address, Duration patience) throws IOException {
        try (ServerSocketChannel listener = listener(address, 1)) {
            SocketChannel near = SocketChannel.open(family(address));
            try {
                near.socket().connect(listener.getLocalAddress(), (int) patience.toMillis());
                SocketChannel far = acceptFrom(listener, near);
                near.setOption(StandardSocketOptions.TCP_NODELAY, true);
                far.setOption(StandardSocketOptions.TCP_NODELAY, true);
                return new Pair(near, far);
            } catch (IOException | RuntimeException e) {
                near.close();
                throw e;
            }
        } catch (UnsupportedOperationException e) {
            throw new NoSuchFamilyException(e);
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
