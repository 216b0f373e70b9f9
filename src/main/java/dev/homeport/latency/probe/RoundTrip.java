package dev.homeport.latency.probe;

import dev.homeport.net.IpAddress;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.time.Duration;

/**
 * A message to an {@link Echo} and back, over a channel that blocks. The loop of such round trips allocates nothing.
 *
 * @param both ends of the channel
 */
record RoundTrip(ByteChannel near, Closeable both, ByteBuffer message) implements Exchange {

    /** Bytes of a message (DOMAIN R6.5): those of a small request, and one packet on every loopback. */
    static final int SIZE = 64;

    private RoundTrip(ByteChannel near, Closeable both, int size) {
        this(near, both, ByteBuffer.allocateDirect(size));
    }

    /** On one connection to an echo of our own (DOMAIN R6.5). */
    static Exchange overTcp(IpAddress address, int size, Duration patience, Threads threads) throws IOException {
        Loopback.Pair pair = Loopback.connect(address, patience);
        threads.start("echo-tcp", new Echo(pair.far(), size));
        return new RoundTrip(pair.near(), pair, size);
    }

    /** Between two sockets that are connected to each other: nobody else can send to them, and no list has them. */
    static Exchange overUdp(IpAddress address, int size, Threads threads) throws IOException {
        DatagramPair pair = DatagramPair.open(address);
        threads.start("echo-udp", new Echo(pair.far(), size));
        return new RoundTrip(pair.near(), pair, size);
    }

    @Override
    public long once() throws IOException {
        message.clear();
        long start = System.nanoTime();
        while (message.hasRemaining()) {
            near.write(message);
        }
        message.clear();
        while (message.hasRemaining()) {
            if (near.read(message) < 0) {
                throw new EOFException("The echo closed the connection");
            }
        }
        return System.nanoTime() - start;
    }

    @Override
    public int sockets() {
        return 2;
    }

    @Override
    public void close() throws IOException {
        both.close();
    }
}
