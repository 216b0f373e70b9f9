package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.Listener;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.PortNames;
import dev.homeport.net.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the listeners of both sides beside each other: on both is what waits on the same address and port of each. */
final class PortRows {

    private static final Comparator<Key> ORDER =
            Comparator.comparingInt(Key::port).thenComparing(Key::protocol).thenComparing(Key::address);

    private record Key(Protocol protocol, int port, IpAddress address) {

        static Key of(Listener listener) {
            return new Key(
                    listener.protocol(), listener.bind().port(), listener.bind().address());
        }
    }

    private PortRows() {}

    /**
     * @param toLeft how the right meets the left
     * @param toRight how the left meets the right
     * @param published doors of the one into the other, which are no servers of their own
     * @return null when the listeners of one side are not known: then nothing is only on the other
     */
    static @Nullable List<PortRow> of(
            Side left, Side right, Ways toLeft, Ways toRight, List<PublishedPort> published, PortNames names) {
        if (left.listeners().value() == null || right.listeners().value() == null) {
            return null;
        }
        Map<Key, List<PortRow.Met>> ofLeft = met(left, toLeft, published);
        Map<Key, List<PortRow.Met>> ofRight = met(right, toRight, published);
        Map<Key, Boolean> keys = new TreeMap<>(ORDER);
        ofLeft.keySet().forEach(key -> keys.put(key, true));
        ofRight.keySet().forEach(key -> keys.put(key, true));
        return keys.keySet().stream()
                .map(key -> new PortRow(
                        key.protocol(),
                        key.port(),
                        names.nameOf(key.protocol(), key.port()).orElse(null),
                        ofLeft.getOrDefault(key, List.of()),
                        ofRight.getOrDefault(key, List.of())))
                .toList();
    }

    private static Map<Key, List<PortRow.Met>> met(Side side, Ways from, List<PublishedPort> published) {
        Map<Key, List<PortRow.Met>> met = new TreeMap<>(ORDER);
        for (Listener listener : side.listeners().get().orElse(List.of())) {
            if (published.stream().noneMatch(door -> door.isDoorOf(side, listener))) {
                List<PublishedPort> doors = published.stream()
                        .filter(door -> door.leadsTo(side, listener))
                        .toList();
                Way way = published.stream()
                        .filter(door -> door.missesOnly(side, listener))
                        .findFirst()
                        .map(door -> from.to(listener)
                                .withRemedy("Let it listen on 0.0.0.0 in the container. It is published already, at "
                                        + door.outside().text() + "."))
                        .orElseGet(() -> from.to(listener));
                met.computeIfAbsent(Key.of(listener), none -> new ArrayList<>()).add(met(listener, way, doors));
            }
        }
        return met;
    }

    private static PortRow.Met met(Listener listener, Way way, List<PublishedPort> doors) {
        List<Endpoint> outside =
                doors.stream().map(PublishedPort::outside).distinct().toList();
        return new PortRow.Met(listener, outside.isEmpty() ? way : way.throughDoors(outside), outside);
    }
}
