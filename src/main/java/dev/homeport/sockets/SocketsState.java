package dev.homeport.sockets;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.ChoiceParameter;
import dev.homeport.answer.RowLimit;
import java.util.Arrays;
import java.util.Set;

/**
 * What the reader of the sockets page has chosen. All of it stands in the URL, so that links, reloading, the live
 * fragment and a browser without JavaScript show the same.
 *
 * @param filter of {@code request}'s parameters
 * @param open ids of the rows whose details are open
 * @param limit how many rows to show at most
 */
record SocketsState(
        SocketsRequest request,
        SocketFilter filter,
        SocketColumn sort,
        boolean descending,
        Set<String> open,
        int limit) {

    SocketsState {
        open = Set.copyOf(open);
    }

    /** @throws BadParameter naming the parameter that makes no sense */
    static SocketsState of(SocketsRequest request) {
        String sort = request.sort() == null || request.sort().isBlank() ? "port" : request.sort();
        boolean descending = sort.startsWith("-");
        return new SocketsState(
                request,
                SocketFilterParser.parse(request),
                column(descending ? sort.substring(1) : sort, sort),
                descending,
                Set.copyOf(request.open()),
                RowLimit.parse(request.limit()));
    }

    /** The state to show beside the message of a bad parameter: everything, sorted by port. */
    static SocketsState unfiltered(SocketsRequest request) {
        return new SocketsState(
                request, SocketFilter.ALL, SocketColumn.PORT, false, Set.copyOf(request.open()), RowLimit.FIRST_ROWS);
    }

    private static SocketColumn column(String name, String given) {
        String names = ChoiceParameter.words(SocketColumn.values(), SocketColumn::text);
        return Arrays.stream(SocketColumn.values())
                .filter(column -> column.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadParameter("sort", given, "one of " + names + ", with - in front to reverse"));
    }

    /** What stands in the search field. */
    public String query() {
        return String.join(" ", request.q());
    }

    boolean isOpen(ListeningSocket socket) {
        return open.contains(socket.id());
    }
}
