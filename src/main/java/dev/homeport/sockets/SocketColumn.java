package dev.homeport.sockets;

import dev.homeport.net.Named;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.source.AcceptQueue;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of the table; each can sort it. Rows that have nothing in the column come last. */
enum SocketColumn implements Named {
    PORT("Port", Function.identity(), ListeningSocket.BY_PORT),
    PROTOCOL("Protocol", ListeningSocket::protocol),
    ADDRESS("Address", socket -> socket.bind().address()),
    SCOPE("Who can reach it", ListeningSocket::scope),
    PROCESS("Process", ofPrimary(SocketColumn::lowerCaseName)),
    PID("PID", ofPrimary(ProcessDetails::pid)),
    USER("User", socket -> socket.owner().userName().orElse(null)),
    QUEUE("Accept queue", ListeningSocket::acceptQueue, Comparator.comparing(AcceptQueue::waiting)),
    SERVICE("Registered for", ListeningSocket::service);

    private final String title;
    private final Comparator<ListeningSocket> ascending;
    private final Comparator<ListeningSocket> descending;

    <T extends Comparable<T>> SocketColumn(String title, Function<ListeningSocket, @Nullable T> key) {
        this(title, key, Comparator.<T>naturalOrder());
    }

    <T> SocketColumn(String title, Function<ListeningSocket, @Nullable T> key, Comparator<T> order) {
        this.title = title;
        this.ascending = Comparator.comparing(key, Comparator.nullsLast(order));
        this.descending = Comparator.comparing(key, Comparator.nullsLast(order.reversed()));
    }

    public String title() {
        return title;
    }

    /** The order by this column, then by port. */
    Comparator<ListeningSocket> order(boolean isDescending) {
        return (isDescending ? descending : ascending).thenComparing(ListeningSocket.BY_PORT);
    }

    private static String lowerCaseName(ProcessDetails process) {
        return process.displayName().toLowerCase(Locale.ROOT);
    }

    private static <T> Function<ListeningSocket, @Nullable T> ofPrimary(Function<ProcessDetails, T> key) {
        return socket -> socket.owner().primary().map(key).orElse(null);
    }
}
