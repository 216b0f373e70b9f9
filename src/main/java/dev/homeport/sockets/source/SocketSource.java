package dev.homeport.sockets.source;

import java.io.IOException;

/** Where the rows come from. It may block. Used by one thread. */
@FunctionalInterface
public interface SocketSource {

    /**
     * The table now. A source that can tell that nothing changed returns the very table that it returned before.
     *
     * @throws IOException when the system does not answer; its message is a sentence for the user
     */
    SocketTable read() throws IOException;
}
