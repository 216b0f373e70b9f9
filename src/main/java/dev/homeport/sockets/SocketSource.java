package dev.homeport.sockets;

import dev.homeport.platform.Limit;
import java.util.List;

/** Where the rows come from. It may block, and throws when the system does not answer. */
interface SocketSource {

    /** The source's name in JSON. */
    String name();

    /** What it cannot tell. */
    List<Limit> limits();

    List<SocketRow> read() throws Exception;
}
