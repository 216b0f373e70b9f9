package dev.homeport.sockets;

import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.net.BindScope;
import dev.homeport.net.Protocol;
import dev.homeport.platform.Limit;
import dev.homeport.reading.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sockets page draws: one reading, filtered, sorted and cut as its reader chose. All numbers on the page come
 * from this one reading.
 *
 * @param total sockets in the reading
 * @param matching sockets that pass the filter
 * @param full listeners in the reading whose accept queue is full
 * @param limits what the source cannot tell, and why it was taken
 * @param error what was wrong with a parameter, for the page to say at the search field
 */
record SocketsPage(
        Seen<ListeningSockets> seen,
        SocketsState state,
        SocketsLinks links,
        List<Row> rows,
        int total,
        int matching,
        List<Chip> scopes,
        List<Chip> protocols,
        long full,
        List<Limit> limits,
        @Nullable String hiddenOwners,
        @Nullable String error) {

    /**
     * A row of the table.
     *
     * @param marks what is special about the socket
     * @param sharedPort null when no other socket waits on the port
     * @param continuesPort whether the row above it is of the same protocol and port
     * @param details null while they are closed
     */
    record Row(
            ListeningSocket socket,
            List<Mark> marks,
            @Nullable SharedPort sharedPort,
            boolean continuesPort,
            String toggle,
            @Nullable Details details) {}

    /** What an open row shows beneath itself. */
    record Details(List<Command> commands, @Nullable String webAddress) {}

    /**
     * A choice that narrows the table.
     *
     * @param count how many rows it would show beside the other choices
     */
    record Chip(String text, String label, long count, boolean chosen, String href) {}

    static SocketsPage of(Seen<ListeningSockets> seen, Terminal terminal, SocketsState state, @Nullable String error) {
        Reading<ListeningSockets> reading = seen.reading();
        List<ListeningSocket> all =
                reading.latest().map(ListeningSockets::sockets).orElse(List.of());
        List<ListeningSocket> matching = all.stream()
                .filter(state.filter())
                .sorted(state.sort().order(state.descending()))
                .toList();
        SocketsLinks links = SocketsLinks.of(state);
        Map<String, SharedPort> shared = SharedPort.byId(all);
        List<Row> rows = new ArrayList<>();
        for (ListeningSocket socket : matching.subList(0, Math.min(state.limit(), matching.size()))) {
            ListeningSocket above =
                    rows.isEmpty() ? null : rows.get(rows.size() - 1).socket();
            Details details = state.isOpen(socket) ? details(socket, seen, terminal) : null;
            boolean continuesPort = above != null && socket.isOnPortOf(above);
            SharedPort sharedPort = shared.get(socket.id());
            rows.add(new Row(
                    socket, Mark.of(socket, sharedPort), sharedPort, continuesPort, links.toggled(socket), details));
        }
        return new SocketsPage(
                seen,
                state,
                links,
                rows,
                all.size(),
                matching.size(),
                scopes(all, state, links),
                protocols(all, state, links),
                all.stream().filter(ListeningSocket::isFull).count(),
                reading.latest().map(ListeningSockets::limits).orElse(List.of()),
                reading.latest().flatMap(ListeningSockets::hiddenOwnersLine).orElse(null),
                error);
    }

    /** The address that leads to a server here leads to another one, or to none, from elsewhere. */
    private static Details details(ListeningSocket socket, Seen<ListeningSockets> seen, Terminal terminal) {
        if (seen.isElsewhere()) {
            return new Details(terminal.isMachines() ? SocketCommands.elsewhere(socket) : List.of(), null);
        }
        return new Details(
                SocketCommands.of(socket, terminal.os(), terminal.user()),
                WebAddress.of(socket).orElse(null));
    }

    private static List<Chip> scopes(List<ListeningSocket> all, SocketsState state, SocketsLinks links) {
        SocketFilter others = state.filter().withScopes(Set.of());
        List<ListeningSocket> candidates = all.stream().filter(others).toList();
        return Arrays.stream(BindScope.values())
                .map(scope -> new Chip(
                        scope.text(),
                        scope.label(),
                        candidates.stream()
                                .filter(socket -> socket.scope() == scope)
                                .count(),
                        state.filter().scopes().contains(scope),
                        links.toggled(scope)))
                .filter(chip -> chip.count() > 0 || chip.chosen())
                .toList();
    }

    private static List<Chip> protocols(List<ListeningSocket> all, SocketsState state, SocketsLinks links) {
        SocketFilter others = state.filter().withProtocols(Set.of());
        List<ListeningSocket> candidates = all.stream().filter(others).toList();
        return Arrays.stream(Protocol.values())
                .map(protocol -> new Chip(
                        protocol.text(),
                        protocol.name(),
                        candidates.stream()
                                .filter(socket -> socket.protocol() == protocol)
                                .count(),
                        state.filter().protocols().contains(protocol),
                        links.toggled(protocol)))
                .toList();
    }

    public Reading<ListeningSockets> reading() {
        return seen.reading();
    }

    /** Who listens and who can reach it, in a sentence about all sockets, whatever the filter; null while that is not known. */
    public @Nullable String sentence() {
        return reading().latest().map(SocketsSentence::of).orElse(null);
    }

    /** The rows that are not shown, if any. */
    public int rest() {
        return matching - rows.size();
    }

    /** How many rows to ask for when the rest is wanted. */
    public int allRows() {
        return matching;
    }

    public boolean isFiltered() {
        return !state.filter().equals(SocketFilter.ALL);
    }

    public List<SocketColumn> columns() {
        return List.of(SocketColumn.values());
    }

    /** The value of {@code aria-sort} for a column's header; none for the columns that do not sort the table. */
    public Optional<String> ariaSort(SocketColumn column) {
        return column != state.sort() ? Optional.empty() : Optional.of(state.descending() ? "descending" : "ascending");
    }
}
