package dev.homeport.addresses;

import dev.homeport.interfaces.Interface;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.BindScope;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketLookup;
import dev.homeport.sockets.SocketRole;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which address answers on which port: the addresses of this machine and, for each port, who gets what arrives there. A
 * pure function of the interfaces and the sockets.
 */
public final class AddressMap {

    /** A machine of which nothing is known. */
    static final AddressMap EMPTY = new AddressMap(List.of(), Map.of(), List.of());

    private final List<LocalAddress> addresses;
    private final Map<Port, PortColumn> columns;

    /** The names of all interfaces but loopback: what other machines send comes in by one of these. */
    private final List<String> waysIn;

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

    private AddressMap(List<LocalAddress> addresses, Map<Port, PortColumn> columns, List<String> waysIn) {
        this.addresses = List.copyOf(addresses);
        this.columns = columns;
        this.waysIn = List.copyOf(waysIn);
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
        List<String> waysIn = interfaces.interfaces().stream()
                .filter(one -> !one.isLoopback())
                .map(Interface::name)
                .toList();
        return new AddressMap(addresses, columns, waysIn);
    }

    /** Loopback first. */
    public List<LocalAddress> addresses() {
        return addresses;
    }

    /** The ports on which some socket passes {@code filter}, by number, TCP before UDP. */
    public List<PortColumn> ports(Predicate<ListeningSocket> filter) {
        return columns.values().stream()
                .filter(port -> port.sockets().stream().anyMatch(filter))
                .toList();
    }

    /** The addresses at which {@code socket} answers, alone or with others. */
    public List<LocalAddress> answeredBy(ListeningSocket socket) {
        return rows(socket, cell -> cell.isAnsweredBy(socket)).toList();
    }

    /**
     * The addresses at which it gets what other machines and containers send, which needs no loopback here (DOMAIN R5.8). By
     * whichever interface that comes in, it may be for any address (R1.32), but for link-local ones; the interface, not the
     * address, decides whether a socket that is bound to a device gets it (R1.35).
     */
    public List<LocalAddress> openAt(ListeningSocket socket) {
        PortColumn column = columns.get(Port.of(socket));
        if (column == null) {
            return List.of();
        }
        List<ListeningSocket> onPort = column.sockets();
        if (onPort.stream().allMatch(one -> one.device() == null)) {
            return openRows(socket, cell -> true); // by whichever interface it comes in, it is the same
        }
        return addresses.stream()
                .filter(LocalAddress::isOpenToOthers)
                .filter(address -> isOpenAt(address, socket, onPort))
                .toList();
    }

    /** Those of them where, by the address' own interface, no other socket may get it in its place. */
    List<LocalAddress> certainlyOpenAt(ListeningSocket socket) {
        return openRows(socket, Cell::isCertain);
    }

    /** The addresses, open to others, whose cell is {@code socket}'s. */
    private List<LocalAddress> openRows(ListeningSocket socket, Predicate<Cell> which) {
        return rows(socket, which.and(cell -> cell.isHeldBy(socket)))
                .filter(LocalAddress::isOpenToOthers)
                .toList();
    }

    /** The addresses whose cell on the port of {@code socket} is such a one. */
    private Stream<LocalAddress> rows(ListeningSocket socket, Predicate<Cell> which) {
        List<Cell> cells = cellsOf(socket);
        return IntStream.range(0, cells.size())
                .filter(i -> which.test(cells.get(i)))
                .mapToObj(addresses::get);
    }

    private boolean isOpenAt(LocalAddress address, ListeningSocket socket, List<ListeningSocket> onPort) {
        return waysIn(onPort)
                .filter(way -> socket.device() == null || socket.device().equals(way))
                .filter(way -> address.scope() != BindScope.LINK_LOCAL
                        || address.interfaceName().equals(way)
                        || way.isEmpty() && waysIn.contains(address.interfaceName()))
                .map(way -> SocketLookup.choose(onPort, address.address(), way))
                .anyMatch(choice ->
                        choice.sockets().stream().anyMatch(one -> one.id().equals(socket.id())));
    }

    /** Interfaces that some socket on the port is bound to, and one for all the others; the empty name is none's. */
    private Stream<String> waysIn(List<ListeningSocket> onPort) {
        Set<String> devices = onPort.stream()
                .map(ListeningSocket::device)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Stream<String> bound = waysIn.stream().filter(devices::contains);
        boolean hasOthers = waysIn.isEmpty() || !devices.containsAll(waysIn);
        return Stream.concat(bound, hasOthers ? Stream.of("") : Stream.empty());
    }

    /**
     * Whether other machines can reach {@code socket}, as an upper bound; what answers at a container bridge's address alone
     * does not count.
     *
     * @param interfaces that the map was made from
     */
    public boolean isReachableFromElsewhere(ListeningSocket socket, Interfaces interfaces) {
        return socket.scope() != BindScope.CONTAINERS
                && Reach.verdict(Audience.NETWORK, socket, this, interfaces) != Access.Verdict.NO;
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
        return columns.values().stream().map(port -> port.cells().get(row)).toList();
    }
}
