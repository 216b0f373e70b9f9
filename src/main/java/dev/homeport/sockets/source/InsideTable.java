package dev.homeport.sockets.source;

import dev.homeport.net.Protocol;
import dev.homeport.reading.Allowance;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of a network namespace as sock_diag told them to somebody who was inside. {@code /proc} shows the same
 * sockets to those outside, at any time and with less: this completes what it shows.
 */
public final class InsideTable {

    /** Of a namespace in which nobody was. */
    public static final InsideTable NONE = new InsideTable(List.of());

    private final Map<Key, SocketRow> rows;

    /** A socket, the same in both tables. */
    private record Key(Protocol protocol, long inode) {

        static Optional<Key> of(SocketRow row) {
            return Optional.ofNullable(row.inode())
                    .filter(inode -> inode.number() != 0)
                    .map(inode -> new Key(row.protocol(), inode.number()));
        }
    }

    InsideTable(List<SocketRow> rows) {
        this.rows = rows.stream()
                .filter(row -> Key.of(row).isPresent())
                .collect(Collectors.toMap(
                        row -> Key.of(row).orElseThrow(), Function.identity(), (first, second) -> first));
    }

    /** The table of the network namespace that the calling thread is in. */
    public static InsideTable read() throws IOException {
        Allowance none = new Allowance(1, Duration.ZERO, System::nanoTime);
        try (SockDiagSocketSource source = new SockDiagSocketSource(none)) {
            return new InsideTable(source.read().rows());
        }
    }

    /** {@code row} of {@code /proc}, with what it lacks; as it is when its socket is not in this table. */
    SocketRow completed(SocketRow row) {
        SocketRow inside = insideOf(row);
        return inside == null ? row : row.completedBy(inside);
    }

    boolean has(SocketRow row) {
        return insideOf(row) != null;
    }

    private @Nullable SocketRow insideOf(SocketRow row) {
        return Key.of(row).map(rows::get).orElse(null);
    }
}
