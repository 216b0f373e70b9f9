package dev.homeport.latency.counters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;

/** Looks at the counters in the last ten minutes, and how they moved between them. Used by one thread. */
final class Looks {

    static final Duration LATELY = Duration.ofMinutes(10);

    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(Instant at, Map<Counter, Long> values) {}

    /** Notes what the counters say now, and tells how they moved. */
    Map<Counter, Rise> at(Instant now, Map<Counter, Long> values) {
        forgetBefore(now.minus(LATELY));
        Look before = looks.peekLast();
        looks.addLast(new Look(now, values));
        Map<Counter, Rise> rises = new EnumMap<>(Counter.class);
        values.forEach((counter, value) -> rises.put(
                counter,
                new Rise(value, lately(counter), before == null ? 0 : perSecond(counter, before, now, value))));
        return rises;
    }

    /** All but the last look before that moment, from which what rose since is told. */
    private void forgetBefore(Instant moment) {
        Look base = null;
        while (!looks.isEmpty() && looks.getFirst().at().isBefore(moment)) {
            base = looks.removeFirst();
        }
        if (base != null) {
            looks.addFirst(base);
        }
    }

    private static double perSecond(Counter counter, Look before, Instant now, long value) {
        double seconds = Duration.between(before.at(), now).toMillis() / 1e3;
        Long last = before.values().get(counter);
        return last == null || seconds <= 0 ? 0 : rise(last, value) / seconds;
    }

    /** From one look to the next: a counter that fell was set back in between, and has risen to what it says since. */
    private long lately(Counter counter) {
        long sum = 0;
        Long last = null;
        for (Iterator<Look> each = looks.iterator(); each.hasNext(); ) {
            Long value = each.next().values().get(counter);
            sum += last == null || value == null ? 0 : rise(last, value);
            last = value;
        }
        return sum;
    }

    private static long rise(long before, long now) {
        return now >= before ? now - before : now;
    }
}
