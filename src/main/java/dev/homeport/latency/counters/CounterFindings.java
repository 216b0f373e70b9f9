package dev.homeport.latency.counters;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Findings;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Snapshot;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the kernel's counters warn of. */
@Component
class CounterFindings implements Findings {

    private final CachedCollector<KernelCounters> counters;

    CounterFindings(CachedCollector<KernelCounters> counters) {
        this.counters = counters;
    }

    @Override
    public List<Finding> now() {
        return counters.snapshot()
                .reading()
                .latest()
                .map(CounterRules::findings)
                .orElse(List.of());
    }

    @Override
    public List<Snapshot<?>> snapshots() {
        return List.of(counters.snapshot());
    }
}
