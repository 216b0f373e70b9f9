package dev.homeport.latency.probe;

import dev.homeport.net.IpAddress;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Connects to a listener, again and again. Each connection is reset (SO_LINGER 0), so that neither side keeps it in
 * TIME_WAIT, of which a minute's worth would use up the ports for clients (DOMAIN R6.8, R7.10).
 */
final class Connect implements Exchange {

    private final ProtocolFamily family;
    private final InetSocketAddress there;
    private final AfterEach afterEach;
    private final Closeable listener;
    private volatile @Nullable SocketChannel underWay;

    /** What the listener does with a connection, outside the time that is measured. */
    @FunctionalInterface
    private interface AfterEach {
        void take() throws IOException;
    }

    /** @param family of the client's socket: one of IPv6 reaches an address of IPv4 as a mapped one */
    Connect(ProtocolFamily family, InetSocketAddress there) {
        this(family, there, () -> {}, () -> {});
    }

    private Connect(ProtocolFamily family, InetSocketAddress there, AfterEach afterEach, Closeable listener) {
        this.family = family;
        this.there = there;
        this.afterEach = afterEach;
        this.listener = listener;
    }

    /**
     * Connects to a listener of our own, which listens while this is open: the kernel completes a handshake by itself, and
     * this very thread takes the connection out of the accept queue afterwards.
     */
    static Exchange toOwnListener(IpAddress address, ProtocolFamily family) throws IOException {
        ServerSocketChannel listener = Loopback.listener(address, 8);
        try {
            listener.configureBlocking(false);
            return new Connect(
                    family, (InetSocketAddress) listener.getLocalAddress(), () -> takeAll(listener), listener);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    private static void takeAll(ServerSocketChannel listener) throws IOException {
        SocketChannel taken = listener.accept();
        while (taken != null) {
            taken.close();
            taken = listener.accept();
        }
    }

    @Override
    public long once() throws IOException {
        try (SocketChannel channel = open()) {
            underWay = channel;
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            long start = System.nanoTime();
            channel.connect(there);
            long took = System.nanoTime() - start;
            if (there.equals(channel.getLocalAddress())) {
                throw new SelfConnectException();
            }
            return took;
        } finally {
            afterEach.take();
        }
    }

    private SocketChannel open() throws IOException {
        try {
            return SocketChannel.open(family);
        } catch (UnsupportedOperationException e) {
            throw new NoSuchFamilyException(e);
        }
    }

    @Override
    public int sockets() {
        return 1;
    }

    @Override
    public void close() throws IOException {
        try (listener) {
            SocketChannel channel = underWay;
            if (channel != null) {
                channel.close();
            }
        }
    }

    /** The system gave a client the very port that it was to reach, where nobody listens (DOMAIN R7.13). */
    static final class SelfConnectException extends ConnectException {

        private static final long serialVersionUID = 1;
    }
}
