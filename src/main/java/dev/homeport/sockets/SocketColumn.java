package dev.homeport.sockets;

import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.source.AcceptQueue;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/** The columns of the table; each can sort it. Rows that have nothing in the column come last. */
enum SocketColumn {
    PORT("Port", ListeningSocket.BY_PORT),
    PROTOCOL("Protocol", Comparator.comparing(ListeningSocket::protocol)),
    ADDRESS("Address", Comparator.comparing(socket -> socket.bind().address())),
    SCOPE("Who can reach it", Comparator.comparing(ListeningSocket::scope)),
    PROCESS("Process", byOwner(process -> process.displayName().toLowerCase(Locale.ROOT))),
    PID("PID", byOwner(ProcessDetails::pid)),
    USER("User", byNullable(socket -> socket.owner().userName().orElse(null))),
    QUEUE("Accept queue", byNullable(ListeningSocket::acceptQueue, Comparator.comparing(AcceptQueue::waiting))),
    SERVICE("Registered for", byNullable(ListeningSocket::service));

    private final String title;
    private final Comparator<ListeningSocket> comparator;

    SocketColumn(String title, Comparator<ListeningSocket> comparator) {
        this.title = title;
        this.comparator = comparator;
    }

    public String title() {
        return title;
    }

    /** The name in the {@code sort} parameter. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order by this column, then by port. */
    Comparator<ListeningSocket> order(boolean descending) {
        return (descending ? comparator.reversed() : comparator).thenComparing(ListeningSocket.BY_PORT);
    }

    private static <T extends Comparable<T>> Comparator<ListeningSocket> byOwner(Function<ProcessDetails, T> key) {
        return byNullable(socket -> socket.owner().primary().map(key).orElse(null));
    }

    private static <T extends Comparable<T>> Comparator<ListeningSocket> byNullable(Function<ListeningSocket, T> key) {
        return byNullable(key, Comparator.naturalOrder());
    }

    private static <T> Comparator<ListeningSocket> byNullable(Function<ListeningSocket, T> key, Comparator<T> order) {
        return Comparator.comparing(key, Comparator.nullsLast(order));
    }
}
