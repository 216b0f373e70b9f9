package dev.homeport.sockets;

import dev.homeport.net.BindScope;
import dev.homeport.net.Protocol;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sockets page draws: one reading, filtered, sorted and cut as its reader chose. All numbers on the page come
 * from this one reading.
 *
 * @param total sockets in the reading
 * @param matching sockets that pass the filter
 * @param error what was wrong with a parameter, for the page to say at the search field
 */
record SocketsPage(
        Reading<ListeningSockets> reading,
        SocketsState state,
        SocketsLinks links,
        List<Row> rows,
        int total,
        int matching,
        List<Chip> scopes,
        List<Chip> protocols,
        @Nullable String hiddenOwners,
        @Nullable String error) {

    /**
     * A row of the table.
     *
     * @param details null while they are closed
     */
    record Row(
            ListeningSocket socket, String toggle, @Nullable Details details) {}

    /** What an open row shows beneath itself. */
    record Details(List<Command> commands, @Nullable String webAddress) {}

    /**
     * A choice that narrows the table.
     *
     * @param count how many rows it would show beside the other choices
     */
    record Chip(String text, String label, long count, boolean chosen, String href) {}

    static SocketsPage of(
            Reading<ListeningSockets> reading,
            Reading<Vantage> vantage,
            OsFamily os,
            SocketsState state,
            @Nullable String error) {
        List<ListeningSocket> all =
                reading.latest().map(ListeningSockets::sockets).orElse(List.of());
        List<ListeningSocket> matching = all.stream()
                .filter(state.filter())
                .sorted(state.sort().order(state.descending()))
                .toList();
        SocketsLinks links = new SocketsLinks(state);
        String self = vantage.latest().map(Vantage::user).orElse(null);
        List<Row> rows = matching.stream()
                .limit(state.limit())
                .map(socket -> row(socket, state, links, os, self))
                .toList();
        return new SocketsPage(
                reading,
                state,
                links,
                rows,
                all.size(),
                matching.size(),
                scopes(all, state, links),
                protocols(all, state, links),
                reading.latest().flatMap(ListeningSockets::hiddenOwnersLine).orElse(null),
                error);
    }

    private static Row row(
            ListeningSocket socket, SocketsState state, SocketsLinks links, OsFamily os, @Nullable String self) {
        Details details = state.isOpen(socket)
                ? new Details(
                        SocketCommands.of(socket, os, self),
                        WebAddress.of(socket).orElse(null))
                : null;
        return new Row(socket, links.toggled(socket), details);
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
