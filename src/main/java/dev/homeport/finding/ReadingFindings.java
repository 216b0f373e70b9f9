package dev.homeport.finding;

import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Conclusion;
import dev.homeport.reading.Snapshot;
import java.util.List;
import java.util.function.Function;

/**
 * What rules find in one reading: worked out anew when that says something else. A room's component names its reading and
 * its rules.
 *
 * @param <T> what is read
 */
public abstract class ReadingFindings<T> implements Findings {

    private final CachedCollector<T> reading;
    private final Function<T, List<Finding>> rules;
    private final Conclusion<List<Finding>> findings = new Conclusion<>();

    /** @param rules a pure function */
    protected ReadingFindings(CachedCollector<T> reading, Function<T, List<Finding>> rules) {
        this.reading = reading;
        this.rules = rules;
    }

    @Override
    public final List<Finding> now() {
        return reading.snapshot()
                .reading()
                .latest()
                .map(value -> findings.from(() -> rules.apply(value), value))
                .orElse(List.of());
    }

    @Override
    public final List<Snapshot<?>> snapshots() {
        return List.of(reading.snapshot());
    }
}
