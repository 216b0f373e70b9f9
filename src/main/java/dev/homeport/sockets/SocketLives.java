package dev.homeport.sockets;

import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells from one reading to the next which socket is which. The table bears no identity of its own, so a socket is the
 * one before when it has the same protocol, address and port, and its known owners are not all others. Used by one
 * thread.
 */
final class SocketLives {

    private Map<Place, List<Life>> lives = Map.of();

    private record Place(Protocol protocol, IpAddress address, int port) {

        static Place of(SocketRow row) {
            return new Place(row.protocol(), row.address(), row.port());
        }
    }

    /**
     * One socket's life.
     *
     * @param since when it was first seen
     * @param pids the owners last seen
     */
    record Life(String id, Instant since, List<Integer> pids) {

        private boolean mayBe(List<Integer> now) {
            return pids.isEmpty() || now.isEmpty() || !Collections.disjoint(pids, now);
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
                    .orElseGet(() -> new Life(id(row, siblings.size(), now), now, row.pids()));
            siblings.add(life);
            ordered.add(life);
        }
        lives = after;
        return ordered;
    }

    /** Whether a row without an owner is new: a walk over processes may have come a moment before its socket. */
    boolean hasNewWithoutOwner(List<SocketRow> rows) {
        return rows.stream().anyMatch(row -> row.pids().isEmpty() && !lives.containsKey(Place.of(row)));
    }

    private static Optional<Life> continued(List<Life> candidates, SocketRow row) {
        if (candidates == null) {
            return Optional.empty();
        }
        Optional<Life> same =
                candidates.stream().filter(life -> life.mayBe(row.pids())).findFirst();
        same.ifPresent(candidates::remove);
        return same.map(life -> new Life(life.id(), life.since(), row.pids().isEmpty() ? life.pids() : row.pids()));
    }

    private static String id(SocketRow row, int ordinal, Instant now) {
        String text =
                row.protocol() + " " + row.address() + " " + row.port() + " " + row.pids() + " " + ordinal + " " + now;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "s" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
