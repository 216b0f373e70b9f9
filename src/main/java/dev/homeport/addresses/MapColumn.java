package dev.homeport.addresses;

import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of the map as it is drawn: one port, or several that look alike, folded into one.
 *
 * @param ports at least one
 */
record MapColumn(List<PortColumn> ports) {

    /** So many columns fit on a screen as they are. */
    private static final int FEW = 12;

    private static final int FOLD_FROM = 3;

    private static final Comparator<MapColumn> IN_ORDER =
            Comparator.comparingInt((MapColumn column) -> column.first().port()).thenComparing(MapColumn::protocol);

    MapColumn {
        ports = List.copyOf(ports);
    }

    /**
     * The columns of a map. When there are many, ports on which the same programs answer at the same addresses in the same
     * way are folded, in the place of the first of them.
     */
    static List<MapColumn> of(List<PortColumn> ports) {
        if (ports.size() <= FEW) {
            return ports.stream().flatMap(MapColumn::alone).toList();
        }
        Map<Object, List<PortColumn>> alike =
                ports.stream().collect(Collectors.groupingBy(MapColumn::look, LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream()
                .flatMap(group -> group.size() >= FOLD_FROM
                        ? Stream.of(new MapColumn(group))
                        : group.stream().flatMap(MapColumn::alone))
                .sorted(IN_ORDER)
                .toList();
    }

    /** The same with the ports of those columns one by one whose keys these are. */
    static List<MapColumn> unfolded(List<MapColumn> columns, Set<String> keys) {
        return columns.stream()
                .flatMap(column -> keys.contains(column.key())
                        ? column.ports().stream().flatMap(MapColumn::alone)
                        : Stream.of(column))
                .sorted(IN_ORDER)
                .toList();
    }

    private static Stream<MapColumn> alone(PortColumn port) {
        return Stream.of(new MapColumn(List.of(port)));
    }

    private static Object look(PortColumn port) {
        List<Object> cells = new ArrayList<>();
        for (Cell cell : port.cells()) {
            cells.add(List.of(cell.kind(), cell.isCertain(), names(cell.sockets())));
        }
        // Where nobody answers anywhere, as on a foreign address, the sockets themselves tell columns apart.
        return List.of(port.protocol(), cells, names(port.sockets()));
    }

    private static Set<String> names(List<ListeningSocket> sockets) {
        return switch (sockets.size()) { // nearly all of thousands have one or none
            case 0 -> Set.of();
            case 1 -> Set.of(sockets.get(0).holder());
            default -> sockets.stream().map(ListeningSocket::holder).collect(Collectors.toSet());
        };
    }

    public boolean isFolded() {
        return ports.size() > 1;
    }

    private PortColumn first() {
        return ports.get(0);
    }

    public Protocol protocol() {
        return first().protocol();
    }

    /** What tells it from others, the same while its first port stays: {@code tcp-8000}. */
    public String key() {
        return protocol().text() + "-" + first().port();
    }

    /** {@code 8080}, or {@code 8000 … 8299}. */
    public String label() {
        return isFolded()
                ? first().port() + " … " + ports.get(ports.size() - 1).port()
                : Integer.toString(first().port());
    }

    /** What a diagnosis looks into where nobody answers: {@code 127.0.0.1:3000}; null for several ports. */
    public @Nullable String target(IpAddress address) {
        return isFolded() ? null : new Endpoint(address, first().port()).target(protocol());
    }

    /** The cells, of the first port for all of them. */
    public List<Cell> cells() {
        return first().cells();
    }
}
