package dev.homeport.namespaces;

import dev.homeport.reading.Attention;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which network namespaces somebody looks at, beside {@link Attention}: those are visited before the others. */
final class NamespaceAttention {

    private static final long LASTS_NANOS = Duration.ofSeconds(30).toNanos();

    private final Map<String, Long> lookedAtNanos = new ConcurrentHashMap<>();

    /** Somebody looks at the namespace with this id now. */
    void pay(String id) {
        lookedAtNanos.put(id, System.nanoTime());
    }

    /** Whether somebody has looked at it within the last half minute. */
    boolean isPaid(String id) {
        lookedAtNanos.values().removeIf(nanos -> System.nanoTime() - nanos > LASTS_NANOS);
        return lookedAtNanos.containsKey(id);
    }
}
