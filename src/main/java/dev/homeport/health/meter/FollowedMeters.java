package dev.homeport.health.meter;

import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.ReadingChanged;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/**
 * Meters that follow a reading: which there are, or what goes into them, shows only when it says something new.
 *
 * @param <T> what is read
 */
abstract class FollowedMeters<T> implements MeterBinder {

    private final CachedCollector<T> reading;
    private @Nullable MeterRegistry registry;

    FollowedMeters(CachedCollector<T> reading) {
        this.reading = reading;
    }

    /** Takes what was read into its meters, by one thread at a time. */
    abstract void take(T known, MeterRegistry meters);

    /** The last value, for meters that are asked. */
    final Optional<T> latest() {
        return reading.snapshot().reading().latest();
    }

    @Override
    public synchronized void bindTo(MeterRegistry meters) {
        registry = meters;
        update();
    }

    @EventListener
    void follow(ReadingChanged changed) {
        if (changed.name().equals(reading.name())) {
            update();
        }
    }

    private synchronized void update() {
        MeterRegistry meters = registry;
        if (meters != null) {
            latest().ifPresent(known -> take(known, meters));
        }
    }
}
