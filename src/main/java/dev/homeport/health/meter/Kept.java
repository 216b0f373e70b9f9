package dev.homeport.health.meter;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a value for as long as one scrape may last, since each gauge asks for it by itself. */
final class Kept<T> implements Supplier<T> {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final Supplier<T> source;
    private @Nullable T value;
    private long takenAt;

    private Kept(Supplier<T> source) {
        this.source = source;
    }

    static <T> Supplier<T> forAScrape(Supplier<T> source) {
        return new Kept<>(source);
    }

    @Override
    public synchronized T get() {
        T kept = value;
        if (kept == null || System.nanoTime() - takenAt > NANOS) {
            kept = source.get();
            value = kept;
            takenAt = System.nanoTime();
        }
        return kept;
    }
}
