package dev.homeport.namespaces.compare;

import dev.homeport.latency.Speed;
import dev.homeport.namespaces.side.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One measurement of both sides; null where nobody measures it. */
public record SpeedPair(
        String target,
        String label,
        @Nullable Speed left,
        @Nullable Speed right) {

    static List<SpeedPair> of(Side left, Side right) {
        Map<String, Speed> ofLeft = byTarget(left);
        Map<String, Speed> ofRight = byTarget(right);
        Map<String, String> labels = new LinkedHashMap<>();
        ofLeft.forEach((target, speed) -> labels.put(target, speed.label()));
        ofRight.forEach((target, speed) -> labels.putIfAbsent(target, speed.label()));
        return labels.entrySet().stream()
                .map(label -> new SpeedPair(
                        label.getKey(), label.getValue(), ofLeft.get(label.getKey()), ofRight.get(label.getKey())))
                .toList();
    }

    private static Map<String, Speed> byTarget(Side side) {
        Map<String, Speed> all = new LinkedHashMap<>();
        side.latency().get().orElse(List.of()).forEach(speed -> all.put(speed.target(), speed));
        return all;
    }
}
