package dev.homeport.diagnosis.conversation;

import dev.homeport.reading.BackgroundThread;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection when its time is over, whoever reads from it: a time-out of each read by itself would let a server go
 * on for ever, a byte at a time.
 */
final class Deadline implements AutoCloseable {

    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(BackgroundThread.named("conversation-deadline"));

    private final ScheduledFuture<?> end;
    private volatile boolean isOver;

    Deadline(Socket socket, Duration patience) {
        this.end = CLOCK.schedule(() -> end(socket), patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void end(Socket socket) {
        isOver = true;
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use to anybody any more, closed or not.
        }
    }

    boolean isOver() {
        return isOver;
    }

    @Override
    public void close() {
        end.cancel(false);
    }
}
