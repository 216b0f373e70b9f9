package dev.homeport.namespaces;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which network namespaces somebody looks at: those are visited before the others. */
final class Interest {

    private static final long LASTS_NANOS = Duration.ofSeconds(30).toNanos();

    private final Map<String, Long> lookedAtNanos = new ConcurrentHashMap<>();

    /** Somebody looks at the namespace with this id now. */
    void in(String id) {
        lookedAtNanos.put(id, System.nanoTime());
    }

    /** Whether somebody has looked at it within the last half minute. */
    boolean isIn(String id) {
        lookedAtNanos.values().removeIf(nanos -> System.nanoTime() - nanos > LASTS_NANOS);
        return lookedAtNanos.containsKey(id);
    }
}
