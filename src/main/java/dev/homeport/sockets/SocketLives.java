package dev.homeport.sockets;

import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.platform.Sha256;
import dev.homeport.sockets.source.SocketRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells from one reading to the next which socket is which. Where the source tells the kernel's own identity of a
 * socket, by that; else a socket is the one before when it has the same protocol, address and port, and its known owners
 * are not all others. Used by one thread.
 */
final class SocketLives {

    /** Of the digest that makes an id: enough for no two sockets to share one. */
    private static final int DIGITS = 12;

    private Map<Place, List<Life>> lives = Map.of();

    /** Without the zone: that is an interface's name, which may change. */
    private record Place(Protocol protocol, IpAddress address, int port) {

        static Place of(SocketRow row) {
            return new Place(row.protocol(), row.address().withoutZone(), row.port());
        }
    }

    /**
     * One socket's life.
     *
     * @param since when it was first seen
     * @param cookie the kernel's identity of it; null where that was not told
     * @param pids the owners last seen
     */
    record Life(String id, Instant since, @Nullable Long cookie, List<Integer> pids) {

        private boolean mayBe(SocketRow row) {
            Long now = cookieOf(row);
            if (cookie != null && now != null) {
                return cookie.equals(now);
            }
            return pids.isEmpty() || row.pids().isEmpty() || !Collections.disjoint(pids, row.pids());
        }

        private Life continuedAs(SocketRow row) {
            Long now = cookieOf(row);
            return new Life(id, since, now == null ? cookie : now, row.pids().isEmpty() ? pids : row.pids());
        }
    }

    /** The lives of these rows, in their order; new ones begin at {@code now}. */
    List<Life> next(List<SocketRow> rows, Instant now) {
        Map<Place, List<Life>> before = new HashMap<>();
        lives.forEach((place, list) -> before.put(place, new ArrayList<>(list)));
        Map<Place, List<Life>> after = new HashMap<>();
        List<Life> ordered = new ArrayList<>(rows.size());
        for (SocketRow row : rows) {
            Place place = Place.of(row);
            List<Life> siblings = after.computeIfAbsent(place, key -> new ArrayList<>());
            Life life = continued(before.get(place), row)
                    .orElseGet(() -> new Life(id(row, siblings.size(), now), now, cookieOf(row), row.pids()));
            siblings.add(life);
            ordered.add(life);
        }
        lives = after;
        return ordered;
    }

    /**
     * Whether a row without an owner is new: where a source walks over processes first, the walk may have come a moment
     * before the socket.
     */
    boolean hasNewWithoutOwner(List<SocketRow> rows) {
        return rows.stream()
                .anyMatch(row -> row.inode() == null && row.pids().isEmpty() && !lives.containsKey(Place.of(row)));
    }

    private static @Nullable Long cookieOf(SocketRow row) {
        return row.inode() == null ? null : row.inode().cookie();
    }

    private static Optional<Life> continued(List<Life> candidates, SocketRow row) {
        if (candidates == null) {
            return Optional.empty();
        }
        Optional<Life> same =
                candidates.stream().filter(life -> life.mayBe(row)).findFirst();
        same.ifPresent(candidates::remove);
        return same.map(life -> life.continuedAs(row));
    }

    private static String id(SocketRow row, int ordinal, Instant now) {
        Long cookie = cookieOf(row);
        Object which = cookie == null ? List.of(row.pids(), ordinal, now) : cookie;
        String text = Place.of(row) + " " + which;
        return "s" + Sha256.of(text).substring(0, DIGITS);
    }
}
