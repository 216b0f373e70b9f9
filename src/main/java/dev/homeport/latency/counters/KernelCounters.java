package dev.homeport.latency.counters;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's counters at one moment, and what they led to.
 *
 * @param rises of the counters that this system has
 * @param losses datagrams that sockets lost in the last ten minutes
 * @param crowded destinations to which half of all ports for clients lead
 * @param leaks processes that do not close what their peers have closed
 * @param conntrack null where there is no such table, or it is far from full
 */
public record KernelCounters(
        Map<Counter, Rise> rises,
        List<UdpDrops.Loss> losses,
        List<Census.Destination> crowded,
        List<Census.Leak> leaks,
        @Nullable Conntrack conntrack) {

    public KernelCounters {
        rises = new EnumMap<>(rises);
        losses = List.copyOf(losses);
        crowded = List.copyOf(crowded);
        leaks = List.copyOf(leaks);
    }

    /** How a counter moved; empty where this system does not have it. */
    public Optional<Rise> of(Counter counter) {
        return Optional.ofNullable(rises.get(counter));
    }

    /** By how much it rose in the last ten minutes. */
    long lately(Counter counter) {
        return of(counter).map(Rise::lately).orElse(0L);
    }
}
