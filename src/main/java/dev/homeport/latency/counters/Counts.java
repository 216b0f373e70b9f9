package dev.homeport.latency.counters;

import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** The kernel's counters at one moment, as numbers: for a look before and one after. */
public record Counts(Map<Counter, Long> values) {

    public Counts {
        values = Map.copyOf(values);
    }

    /** Those of this process' network namespace; none where this system has no such tables. */
    public static Counts read(NamespaceRoot root) {
        try {
            Map<String, Long> table = new KernelTables(root).read();
            Map<Counter, Long> values = new EnumMap<>(Counter.class);
            for (Counter counter : Counter.values()) {
                counter.in(table).ifPresent(value -> values.put(counter, value));
            }
            return new Counts(values);
        } catch (IOException e) {
            return new Counts(Map.of());
        }
    }

    /** By how much each that rose has risen since. */
    public Map<Counter, Long> since(Counts before) {
        Map<Counter, Long> rises = new EnumMap<>(Counter.class);
        values.forEach((counter, value) -> {
            Long earlier = before.values.get(counter);
            if (earlier != null && value > earlier) {
                rises.put(counter, value - earlier);
            }
        });
        return rises;
    }
}
