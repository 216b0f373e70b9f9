package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.Protocol;
import dev.homeport.reading.Conclusion;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.Mark;
import dev.homeport.sockets.SharedPort;
import dev.homeport.sockets.SocketRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the addresses page draws: the map of addresses and ports, and who can reach each socket. All of it comes from one
 * reading each of the interfaces and the sockets.
 *
 * @param readings that it is drawn from, by their names in the stream of changes
 * @param columns of the map
 * @param refoldable columns that were unfolded
 * @param rows of the table beneath it
 * @param matching how many rows there are in all
 * @param total sockets before the filter
 * @param clients UDP sockets that are probably clients, left out or not
 * @param gone how many sockets were open here and are no more
 * @param error what was wrong with a parameter
 */
record AddressesPage(
        String readings,
        Reading<Interfaces> interfaces,
        Reading<ListeningSockets> sockets,
        AddressesState state,
        List<LocalAddress> addresses,
        List<MapColumn> columns,
        List<MapColumn> refoldable,
        List<Row> rows,
        int matching,
        int total,
        long clients,
        long gone,
        @Nullable String error) {

    /**
     * A socket and who can reach it.
     *
     * @param marks what is special about the socket
     * @param isProvable whether its port can be tried: UDP has no connections, and to other namespaces Homeport makes none
     * @param proof the last one; null when it was not tried, and while the details are closed
     */
    record Row(
            Reach reach,
            List<Mark> marks,
            boolean isOpen,
            boolean isProvable,
            @Nullable Proof proof) {

        public ListeningSocket socket() {
            return reach.socket();
        }

        /** What a diagnosis looks into: {@code 127.0.0.1:5432}, {@code [::]:53/udp}. */
        public String target() {
            return socket().bind().target(socket().protocol());
        }
    }

    /** @param folded the columns that were drawn last, which are the same for all who look at the same map */
    static AddressesPage of(
            Machine machine,
            AddressesState state,
            Conclusion<List<MapColumn>> folded,
            Function<String, Optional<Proof>> proofs,
            @Nullable String error) {
        List<ListeningSocket> all = machine.listening();
        List<ListeningSocket> counted = all.stream().filter(state::counts).toList();
        List<ListeningSocket> matching = counted.stream().filter(state.filter()).toList();
        Set<String> ids = ids(matching);
        List<MapColumn> columns = folded.from(
                () -> MapColumn.of(machine.map().ports(socket -> ids.contains(socket.id()))), machine.map(), ids);

        Map<String, SharedPort> sharedPorts = machine.sockets()
                .reading()
                .latest()
                .map(ListeningSockets::sharedPorts)
                .orElse(Map.of());
        List<Row> rows = matching.stream()
                .limit(state.limit())
                .flatMap(socket -> machine.reach(socket).stream())
                .map(reach -> row(reach, machine, sharedPorts, state, proofs))
                .toList();
        boolean isKnown = machine.sockets().reading().latest().isPresent();
        return new AddressesPage(
                machine.snapshots().names(),
                machine.interfaces().reading(),
                machine.sockets().reading(),
                state,
                machine.map().addresses(),
                MapColumn.unfolded(columns, state.unfolded()),
                columns.stream()
                        .filter(column -> column.isFolded() && state.unfolded().contains(column.key()))
                        .toList(),
                rows,
                matching.size(),
                counted.size(),
                all.stream()
                        .filter(socket -> socket.role() == SocketRole.MAYBE_CLIENT)
                        .count(),
                isKnown ? gone(state, ids(all)) : 0,
                error);
    }

    private static Set<String> ids(List<ListeningSocket> sockets) {
        return sockets.stream().map(ListeningSocket::id).collect(Collectors.toSet());
    }

    private static long gone(AddressesState state, Set<String> known) {
        return state.open().stream().filter(id -> !known.contains(id)).count();
    }

    private static Row row(
            Reach reach,
            Machine machine,
            Map<String, SharedPort> sharedPorts,
            AddressesState state,
            Function<String, Optional<Proof>> proofs) {
        ListeningSocket socket = reach.socket();
        boolean isOpen = state.isOpen(socket);
        List<Mark> marks = socket.marks(sharedPorts.get(socket.id()));
        boolean isProvable = socket.protocol() == Protocol.TCP && !machine.isElsewhere();
        return new Row(
                reach,
                marks,
                isOpen,
                isProvable,
                isOpen ? proofs.apply(socket.id()).orElse(null) : null);
    }

    /** The rows that are not shown. */
    public int rest() {
        return matching - rows.size();
    }

    /** On how many ports somebody answers, and where, in a sentence; null where no port is known. */
    public @Nullable String sentence() {
        return AddressesSentence.of(addresses, columns, state.isFiltered());
    }

    public Audience[] audiences() {
        return Audience.values();
    }

    /** The less fresh of the two readings. */
    public Reading<?> worst() {
        return Reading.lessFresh(interfaces, sockets);
    }
}
