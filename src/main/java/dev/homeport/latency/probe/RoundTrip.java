package dev.homeport.latency.probe;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/**
 * A message to an {@link Echo} and back, over a channel that blocks. The loop of such round trips allocates nothing.
 *
 * @param far the echo's end, which is closed with this one
 */
record RoundTrip(ByteChannel near, Closeable far, ByteBuffer message) implements Exchange {

    RoundTrip(ByteChannel near, Closeable far) {
        this(near, far, ByteBuffer.allocateDirect(Messages.SIZE));
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
    public void close() throws IOException {
        try (far) {
            near.close();
        }
    }
}
