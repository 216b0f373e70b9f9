package dev.homeport.latency.probe;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.JavaAddress;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Connections of this process to itself, over loopback. */
public final class Loopback {

    private Loopback() {}

    /** Both ends of a connection, each of which blocks. */
    public record Pair(SocketChannel near, SocketChannel far) implements Closeable {

        /**
         * Sends a byte there and back.
         *
         * @throws IOException when it does not come in that time
         */
        public void exchange(Duration patience) throws IOException {
            long deadline = System.nanoTime() + patience.toNanos();
            pass(near, far, deadline);
            pass(far, near, deadline);
        }

        private static void pass(SocketChannel from, SocketChannel to, long deadline) throws IOException {
            from.write(ByteBuffer.allocate(1));
            to.socket().setSoTimeout(millisUntil(deadline));
            if (to.socket().getInputStream().read() < 0) {
                throw new EOFException("The connection was closed before its first byte");
            }
        }

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
     * @throws IOException when no connection can be set up in that time: the client may think that there is one while what
     *     it acknowledged was dropped on its way
     */
    public static Pair connect(IpAddress address, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        try (ServerSocketChannel listener = listener(address, 1)) {
            SocketChannel near = SocketChannel.open(family(address));
            try {
                near.socket().connect(listener.getLocalAddress(), millisUntil(deadline));
                SocketChannel far = acceptFrom(listener, near, deadline);
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
    private static SocketChannel acceptFrom(ServerSocketChannel listener, SocketChannel near, long deadline)
            throws IOException {
        while (true) {
            listener.socket().setSoTimeout(millisUntil(deadline));
            SocketChannel far = listener.socket().accept().getChannel();
            if (far.getRemoteAddress().equals(near.getLocalAddress())) {
                return far;
            }
            far.close();
        }
    }

    /** For a socket's time-out, of which 0 is none: what is there already is taken, however late it is. */
    private static int millisUntil(long deadlineNanos) {
        return (int)
                Math.max(1, Duration.ofNanos(deadlineNanos - System.nanoTime()).toMillis());
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
