package dev.homeport.namespaces.peer;

import dev.homeport.namespaces.side.Known;
import dev.homeport.namespaces.side.Side;
import java.util.List;

/** What other Homeports tell, by their names. */
public record Peers(List<Told> all) {

    public Peers {
        all = List.copyOf(all);
    }

    /**
     * One of them.
     *
     * @param address without its token
     */
    public record Told(String name, String address, Known<Side> side) {

        /** In addresses of pages and in JSON. */
        public String id() {
            return "peer:" + name;
        }
    }
}
