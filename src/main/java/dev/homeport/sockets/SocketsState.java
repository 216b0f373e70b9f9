package dev.homeport.sockets;

import dev.homeport.answer.BadParameter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    static final int FIRST_ROWS = 200;
    private static final int MOST_ROWS = 100_000;

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
                limit(request.limit()));
    }

    /** The state to show beside the message of a bad parameter: everything, sorted by port. */
    static SocketsState unfiltered(SocketsRequest request) {
        return new SocketsState(
                request, SocketFilter.ALL, SocketColumn.PORT, false, Set.copyOf(request.open()), FIRST_ROWS);
    }

    private static SocketColumn column(String name, String given) {
        String names =
                Arrays.stream(SocketColumn.values()).map(SocketColumn::text).collect(Collectors.joining(", "));
        return Arrays.stream(SocketColumn.values())
                .filter(column -> column.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadParameter("sort", given, "one of " + names + ", with - in front to reverse"));
    }

    private static int limit(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return FIRST_ROWS;
        }
        if (given.matches("\\d{1,6}")) {
            int limit = Integer.parseInt(given);
            if (1 <= limit && limit <= MOST_ROWS) {
                return limit;
            }
        }
        throw new BadParameter("limit", given, "a number of rows from 1 to " + MOST_ROWS);
    }

    /** What stands in the search field. */
    public String query() {
        return String.join(" ", request.q());
    }

    boolean isOpen(ListeningSocket socket) {
        return open.contains(socket.id());
    }
}
