package dev.homeport.latency.counters;

import dev.homeport.net.Endpoint;
import dev.homeport.platform.kernel.SockDiagRequest;
import java.io.IOException;
import java.util.List;

/** Connections that have a port on this machine's side, and keep it from servers (DOMAIN R7.10). */
public final class LocalPorts {

    /** States in the numbers of {@code net/tcp_states.h}. */
    private static final List<String> STATES = List.of(
            "",
            "ESTABLISHED",
            "SYN_SENT",
            "SYN_RECV",
            "FIN_WAIT1",
            "FIN_WAIT2",
            "TIME_WAIT",
            "CLOSE",
            "CLOSE_WAIT",
            "LAST_ACK",
            "LISTEN",
            "CLOSING",
            "NEW_SYN_RECV");

    private LocalPorts() {}

    /**
     * {@code 127.0.0.1:4141 to 127.0.0.1:5432, TIME_WAIT}, each. Asks the kernel for all connections: only for somebody who
     * waits for just that.
     *
     * @return none where the system does not tell
     */
    public static List<String> connectionsOn(int port) {
        try {
            return Connection.ask(SockDiagRequest.CONNECTED).stream()
                    .filter(connection -> connection.localPort() == port)
                    .map(LocalPorts::text)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String text(Connection connection) {
        int state = connection.state();
        return new Endpoint(connection.local(), connection.localPort()).text() + " to "
                + new Endpoint(connection.remote(), connection.remotePort()).text()
                + (state > 0 && state < STATES.size() ? ", " + STATES.get(state) : "");
    }
}
