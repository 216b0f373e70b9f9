package dev.homeport.interfaces.source;

import dev.homeport.platform.Limit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a source.
 *
 * @param source the source's name in JSON: {@code rtnetlink} or {@code oshi}
 * @param localRoutes what is for this machine itself, the table {@code local}; null where the source does not tell
 * @param routes where everything else goes, the table {@code main}
 * @param limits what the source cannot tell, and why it was taken
 */
public record InterfaceTable(
        String source,
        List<LinkRow> links,
        List<AddressRow> addresses,
        @Nullable List<Route> localRoutes,
        List<Route> routes,
        List<Limit> limits) {

    public InterfaceTable {
        links = List.copyOf(links);
        addresses = List.copyOf(addresses);
        localRoutes = localRoutes == null ? null : List.copyOf(localRoutes);
        routes = List.copyOf(routes);
        limits = List.copyOf(limits);
    }
}
