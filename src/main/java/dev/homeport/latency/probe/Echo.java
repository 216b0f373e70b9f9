package dev.homeport.latency.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/**
 * The other end of a round trip: sends back what comes, until its channel is closed. It runs on a platform thread of its
 * own, with a direct buffer, so that nothing but two system calls and a wake-up lies between.
 *
 * @param size of its buffer: that of the messages
 */
record Echo(ByteChannel channel, int size) implements Runnable {

    @Override
    public void run() {
        ByteBuffer bytes = ByteBuffer.allocateDirect(size);
        try (channel) {
            while (channel.read(bytes.clear()) >= 0) {
                bytes.flip();
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException e) {
            // Closed by the one who asks: nobody waits for an answer any more.
        }
    }
}
