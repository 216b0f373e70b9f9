package dev.homeport.sockets.source;

import dev.homeport.platform.Limit;
import java.util.List;

/**
 * The rows of one reading.
 *
 * @param source the name in JSON of the source they came from
 * @param limits what that source cannot tell, and why it was taken
 */
public record SocketTable(String source, List<SocketRow> rows, List<Limit> limits) {

    public SocketTable {
        rows = List.copyOf(rows);
        limits = List.copyOf(limits);
    }
}
