package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketRole;
import java.util.Comparator;
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
 *
 * @param addresses loopback first
 * @param ports by number, TCP before UDP
 */
public record AddressMap(List<LocalAddress> addresses, List<PortColumn> ports) {

    /** A port of a protocol. */
    private record Port(int number, Protocol protocol) implements Comparable<Port> {

        private static final Comparator<Port> ORDER =
                Comparator.comparingInt(Port::number).thenComparing(Port::protocol);

        @Override
        public int compareTo(Port other) {
            return ORDER.compare(this, other);
        }
    }

    public AddressMap {
        addresses = List.copyOf(addresses);
        ports = List.copyOf(ports);
    }

    /** The map of all that waits for peers. */
    public static AddressMap of(Interfaces interfaces, List<ListeningSocket> sockets) {
        List<ListeningSocket> waiting = sockets.stream()
                .filter(socket -> socket.role() != SocketRole.BOUND)
                .toList();
        List<LocalAddress> addresses = LocalAddressList.of(interfaces, waiting);
        Map<Port, List<ListeningSocket>> byPort = waiting.stream()
                .collect(Collectors.groupingBy(
                        socket -> new Port(socket.port(), socket.protocol()), TreeMap::new, Collectors.toList()));
        List<PortColumn> ports = byPort.entrySet().stream()
                .map(entry -> new PortColumn(
                        entry.getKey().protocol(),
                        entry.getKey().number(),
                        entry.getValue(),
                        addresses.stream()
                                .map(address -> Cell.of(entry.getValue(), address))
                                .toList()))
                .toList();
        return new AddressMap(addresses, ports);
    }

    /** The same addresses with those ports alone on which some socket passes {@code filter}. */
    public AddressMap withPorts(Predicate<ListeningSocket> filter) {
        return new AddressMap(
                addresses,
                ports.stream()
                        .filter(port -> port.sockets().stream().anyMatch(filter))
                        .toList());
    }

    /** The addresses at which {@code socket} answers, alone or with others. */
    public List<LocalAddress> answeredBy(ListeningSocket socket) {
        return columnOf(socket).stream()
                .flatMap(port -> IntStream.range(0, addresses.size())
                        .filter(i -> port.cells().get(i).isAnswered())
                        .filter(i -> port.cells().get(i).sockets().stream()
                                .anyMatch(one -> one.id().equals(socket.id())))
                        .mapToObj(addresses::get))
                .toList();
    }

    /** What happens at {@code address} on the port of {@code socket}, which is one of the map's. */
    public Cell cell(LocalAddress address, ListeningSocket socket) {
        int row = addresses.indexOf(address);
        return columnOf(socket).map(port -> port.cells().get(row)).orElseThrow();
    }

    /** What happens at each address on the port of {@code socket}; none when it is not on the map. */
    public List<Cell> cellsOf(ListeningSocket socket) {
        return columnOf(socket).map(PortColumn::cells).orElse(List.of());
    }

    private Optional<PortColumn> columnOf(ListeningSocket socket) {
        return ports.stream()
                .filter(port -> port.port() == socket.port() && port.protocol() == socket.protocol())
                .findFirst();
    }

    /** What happens at {@code address}, in the order of the ports. */
    public List<Cell> cellsAt(LocalAddress address) {
        int row = addresses.indexOf(address);
        return ports.stream().map(port -> port.cells().get(row)).toList();
    }
}
