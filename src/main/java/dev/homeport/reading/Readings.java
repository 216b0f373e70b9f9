package dev.homeport.reading;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the readings of this Homeport: each {@link Collector} gets a cache here, and a thread that renews it. All threads
 * start together, before the web server, and the start goes on when there is a first reading of each, so that the first
 * page has no holes.
 */
public final class Readings implements SmartLifecycle {

    /** How long the start waits for all of them; what is slower is shown as missing until it is there. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Attention attention;
    private final CollectorMetrics metrics;
    private final Consumer<ReadingChanged> listener;
    private final Supplier<Stream<CachedCollector<?>>> all;

    /** By the name of a reading, the one that its first reading needs. */
    private final Map<String, CachedCollector<?>> needed = new ConcurrentHashMap<>();

    /** Names of those that the start does not wait for. */
    private final Set<String> unawaited = ConcurrentHashMap.newKeySet();

    private volatile List<CollectorThread> threads = List.of();

    /**
     * @param listener is told of each change, on the thread that collects
     * @param all the readings to renew, asked for at the start
     */
    Readings(
            Attention attention,
            CollectorMetrics metrics,
            Consumer<ReadingChanged> listener,
            Supplier<Stream<CachedCollector<?>>> all) {
        this.attention = attention;
        this.metrics = metrics;
        this.listener = listener;
        this.all = all;
    }

    /** @param name the reading's: the event in {@code /events} and the tag of its meters */
    public <T> CachedCollector<T> keep(String name, Collector<T> collector, Pace pace) {
        return new CachedCollector<>(name, collector, pace, metrics, listener);
    }

    /** One whose first reading needs that of another. */
    public <T> CachedCollector<T> keepAfter(CachedCollector<?> other, String name, Collector<T> collector, Pace pace) {
        needed.put(name, other);
        return keep(name, collector, pace);
    }

    /** One that asks other machines: the start of this one waits for none of them. */
    public <T> CachedCollector<T> keepUnawaited(String name, Collector<T> collector, Pace pace) {
        unawaited.add(name);
        return keep(name, collector, pace);
    }

    @Override
    public void start() {
        List<CachedCollector<?>> now = all.get().toList();
        threads = now.stream()
                .map(one -> new CollectorThread(one, attention, needed.get(one.name())))
                .toList();
        threads.forEach(CollectorThread::start);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (CachedCollector<?> one : now) {
                if (!unawaited.contains(one.name())) {
                    one.awaitFirst(Duration.ofNanos(deadline - System.nanoTime()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        threads.forEach(CollectorThread::stop);
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    /** Before the web server, which comes late in the order of phases. */
    @Override
    public int getPhase() {
        return 0;
    }
}
