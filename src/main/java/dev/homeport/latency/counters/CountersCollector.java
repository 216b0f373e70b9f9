package dev.homeport.latency.counters;

import dev.homeport.reading.Collector;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the counters, and looks closer where one of them rose. */
final class CountersCollector implements Collector<KernelCounters> {

    private static final String ESTABLISHED = "Tcp.CurrEstab";

    private final CounterSource source;
    private final @Nullable Closer closer;
    private final InstantSource clock;
    private final Looks looks = new Looks();
    private final Deque<TimedLosses> losses = new ArrayDeque<>();
    private long lost = -1;

    private record TimedLosses(Instant at, List<UdpDrops.Loss> losses) {}

    /**
     * What is looked at when there is a reason, on Linux.
     *
     * @param conntrack null where there is no table that is nearly full
     */
    record Closer(UdpDrops udp, Census census, Supplier<@Nullable Conntrack> conntrack) {}

    /** @param closer null where the system does not let us look closer */
    CountersCollector(CounterSource source, @Nullable Closer closer, InstantSource clock) {
        this.source = source;
        this.closer = closer;
        this.clock = clock;
    }

    @Override
    public KernelCounters collect() throws IOException {
        Instant now = clock.instant();
        Map<String, Long> table = source.read();
        Map<Counter, Long> values = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            counter.in(table).ifPresent(value -> values.put(counter, value));
        }
        Map<Counter, Rise> rises = looks.at(now, values);
        if (closer == null) {
            return new KernelCounters(rises, List.of(), List.of(), List.of(), null);
        }
        return new KernelCounters(
                rises,
                losses(closer.udp(), now, values.getOrDefault(Counter.UDP_ERRORS, 0L)),
                closer.census().crowded(),
                closer.census().leaks(table.getOrDefault(ESTABLISHED, 0L)),
                closer.conntrack().get());
    }

    /** What was lost before the first look is nobody's news. */
    private List<UdpDrops.Loss> losses(UdpDrops udp, Instant now, long errors) throws IOException {
        while (!losses.isEmpty() && losses.getFirst().at().isBefore(now.minus(Looks.LATELY))) {
            losses.removeFirst();
        }
        if (errors != lost) {
            List<UdpDrops.Loss> since = udp.sinceLast();
            if (lost >= 0 && !since.isEmpty()) {
                losses.addLast(new TimedLosses(now, since));
            }
            lost = errors;
        }
        List<UdpDrops.Loss> all = new ArrayList<>();
        losses.forEach(timed -> all.addAll(timed.losses()));
        return all;
    }
}
