package dev.homeport.sockets;

import dev.homeport.net.Protocol;
import dev.homeport.platform.EphemeralPorts;
import java.util.Locale;

/** What a socket is there for, as far as the system tells. */
public enum SocketRole {
    SERVER,
    /** UDP knows no LISTEN: a client that sent one datagram looks like a server on its ephemeral port (R1.40). */
    MAYBE_CLIENT;

    private static final int LAST_WELL_KNOWN_PORT = 1023;

    static SocketRole of(Protocol protocol, int port, EphemeralPorts ephemeral) {
        boolean serverPort = port <= LAST_WELL_KNOWN_PORT || !ephemeral.contains(port);
        return protocol == Protocol.TCP || serverPort ? SERVER : MAYBE_CLIENT;
    }

    /** The name in JSON: {@code maybe-client}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
