package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which address answers on which port: the addresses of this machine and, for each port, who gets what arrives there. A
 * pure function of the interfaces and the sockets.
 */
public final class AddressMap {

    /** A machine of which nothing is known. */
    static final AddressMap EMPTY = new AddressMap(List.of(), Map.of());

    private final List<LocalAddress> addresses;
    private final Map<Port, PortColumn> columns;

    /** A port of a protocol. */
    private record Port(int number, Protocol protocol) implements Comparable<Port> {

        private static final Comparator<Port> ORDER =
                Comparator.comparingInt(Port::number).thenComparing(Port::protocol);

        static Port of(ListeningSocket socket) {
            return new Port(socket.port(), socket.protocol());
        }

        @Override
        public int compareTo(Port other) {
            return ORDER.compare(this, other);
        }
    }

    private AddressMap(List<LocalAddress> addresses, Map<Port, PortColumn> columns) {
        this.addresses = List.copyOf(addresses);
        this.columns = columns;
    }

    /** The map of all that waits for peers. */
    public static AddressMap of(Interfaces interfaces, List<ListeningSocket> sockets) {
        List<ListeningSocket> waiting = sockets.stream()
                .filter(socket -> socket.role() != SocketRole.BOUND)
                .toList();
        List<LocalAddress> addresses = LocalAddressList.of(interfaces, waiting);
        Map<Port, List<ListeningSocket>> byPort =
                waiting.stream().collect(Collectors.groupingBy(Port::of, TreeMap::new, Collectors.toList()));
        Map<Port, PortColumn> columns = new LinkedHashMap<>();
        byPort.forEach((port, onPort) -> {
            List<Cell> cells =
                    addresses.stream().map(address -> Cell.of(onPort, address)).toList();
            columns.put(port, new PortColumn(port.protocol(), port.number(), onPort, cells));
        });
        return new AddressMap(addresses, columns);
    }

    /** Loopback first. */
    public List<LocalAddress> addresses() {
        return addresses;
    }

    /** By number, TCP before UDP. */
    public List<PortColumn> ports() {
        return List.copyOf(columns.values());
    }

    /** The ports on which some socket passes {@code filter}. */
    public List<PortColumn> ports(Predicate<ListeningSocket> filter) {
        return columns.values().stream()
                .filter(port -> port.sockets().stream().anyMatch(filter))
                .toList();
    }

    /** The addresses at which {@code socket} answers, alone or with others. */
    public List<LocalAddress> answeredBy(ListeningSocket socket) {
        List<Cell> cells = cellsOf(socket);
        return IntStream.range(0, cells.size())
                .filter(i -> cells.get(i).isAnsweredBy(socket))
                .mapToObj(addresses::get)
                .toList();
    }

    /** The addresses at which it answers other machines, which need no loopback here (DOMAIN R5.8). */
    public List<LocalAddress> openAt(ListeningSocket socket) {
        List<Cell> cells = cellsOf(socket);
        return IntStream.range(0, cells.size())
                .filter(i -> cells.get(i).isHeldBy(socket) && addresses.get(i).isOpenToOthers())
                .mapToObj(addresses::get)
                .toList();
    }

    /** What happens at each address on the port of {@code socket}; none when it is not on the map. */
    public List<Cell> cellsOf(ListeningSocket socket) {
        return Optional.ofNullable(columns.get(Port.of(socket)))
                .map(PortColumn::cells)
                .orElse(List.of());
    }

    /** What happens at {@code address}, in the order of the ports. */
    public List<Cell> cellsAt(LocalAddress address) {
        int row = addresses.indexOf(address);
        List<Cell> cells = new ArrayList<>(columns.size());
        columns.values().forEach(port -> cells.add(port.cells().get(row)));
        return cells;
    }
}
