package dev.homeport.addresses;

import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;

/**
 * One port and what happens there at each address.
 *
 * @param sockets all that wait for peers on it
 * @param cells in the order of the map's addresses
 */
public record PortColumn(Protocol protocol, int port, List<ListeningSocket> sockets, List<Cell> cells) {

    public PortColumn {
        sockets = List.copyOf(sockets);
        cells = List.copyOf(cells);
    }
}
