package dev.homeport.latency.probe;

import java.io.Closeable;
import java.io.IOException;

/**
 * Something that is done again and again, and timed. Used by one thread; another one may close it, which makes what is
 * under way fail.
 */
public interface Exchange extends Closeable {

    /**
     * Does it once.
     *
     * @return how long it took, in nanoseconds, without what had to be prepared and put away
     * @throws IOException when it failed; then this exchange is of no more use
     */
    long once() throws IOException;

    /** How many sockets it keeps open. */
    int sockets();

    /** Begins an exchange. */
    @FunctionalInterface
    interface Opening {

        /** @throws IOException when the system does not let it begin; its message says why */
        Exchange open() throws IOException;
    }
}
