package dev.homeport.sockets;

import dev.homeport.net.Named;
import dev.homeport.net.Protocol;
import dev.homeport.platform.EphemeralPorts;
import dev.homeport.sockets.source.SocketRow;

/** What a socket is there for, as far as the system tells. */
public enum SocketRole implements Named {
    SERVER,
    /** UDP knows no LISTEN: a client that sent one datagram looks like a server on its ephemeral port (R1.40). */
    MAYBE_CLIENT,
    /** TCP that holds its port without listening: nobody is answered, and others may not get the port (R1.42). */
    BOUND;

    private static final int LAST_WELL_KNOWN_PORT = 1023;

    static SocketRole of(SocketRow row, EphemeralPorts ephemeral) {
        return row.isListening() ? of(row.protocol(), row.port(), ephemeral) : BOUND;
    }

    /** The role of a socket that waits for peers. */
    static SocketRole of(Protocol protocol, int port, EphemeralPorts ephemeral) {
        boolean serverPort = port <= LAST_WELL_KNOWN_PORT || !ephemeral.contains(port);
        return protocol == Protocol.TCP || serverPort ? SERVER : MAYBE_CLIENT;
    }
}
