package dev.homeport.health.indicator;

import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@code collectors}: how fresh each reading is. UP when all are, else UNKNOWN: what Homeport cannot see says nothing of
 * what it would see.
 */
final class CollectorsHealthIndicator implements HealthIndicator {

    private final List<CachedCollector<?>> collectors;

    CollectorsHealthIndicator(List<CachedCollector<?>> collectors) {
        this.collectors = List.copyOf(collectors);
    }

    @Override
    public Health health() {
        Map<String, Object> details = new LinkedHashMap<>();
        boolean allFresh = true;
        for (CachedCollector<?> collector : collectors) {
            Snapshot<?> snapshot = collector.snapshot();
            details.put(snapshot.name(), Details.of(snapshot.reading()).all());
            allFresh &= snapshot.reading() instanceof Reading.Fresh;
        }
        return new Health.Builder(allFresh ? Status.UP : Status.UNKNOWN, details).build();
    }
}
