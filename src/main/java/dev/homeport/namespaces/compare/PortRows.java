package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.Listener;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.PortNames;
import dev.homeport.net.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the listeners of both sides beside each other, port by port. */
final class PortRows {

    private static final Comparator<Key> ORDER =
            Comparator.comparingInt(Key::port).thenComparing(Key::protocol);

    private record Key(Protocol protocol, int port) {}

    private PortRows() {}

    /**
     * @param toLeft how the right meets the left
     * @param toRight how the left meets the right
     * @return null when the listeners of one side are not known: then nothing is only on the other
     */
    static @Nullable List<PortRow> of(Side left, Side right, Ways toLeft, Ways toRight, PortNames names) {
        if (left.listeners().value() == null || right.listeners().value() == null) {
            return null;
        }
        Map<Key, List<PortRow.Met>> ofLeft = met(left.listeners().value(), toLeft);
        Map<Key, List<PortRow.Met>> ofRight = met(right.listeners().value(), toRight);
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

    private static Map<Key, List<PortRow.Met>> met(List<Listener> listeners, Ways from) {
        Map<Key, List<PortRow.Met>> met = new TreeMap<>(ORDER);
        listeners.forEach(listener -> met.computeIfAbsent(
                        new Key(listener.protocol(), listener.bind().port()), none -> new ArrayList<>())
                .add(new PortRow.Met(listener, from.to(listener))));
        return met;
    }
}
