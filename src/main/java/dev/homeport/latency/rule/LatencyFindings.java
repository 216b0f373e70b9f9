package dev.homeport.latency.rule;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Findings;
import dev.homeport.latency.Latency;
import dev.homeport.latency.LatencyProperties;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Snapshot;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is wrong with loopback's latency. */
@Component
class LatencyFindings implements Findings {

    private final CachedCollector<Latency> latency;
    private final LatencyProperties thresholds;
    private final Suspects suspects;

    LatencyFindings(CachedCollector<Latency> latency, LatencyProperties thresholds, Suspects suspects) {
        this.latency = latency;
        this.thresholds = thresholds;
        this.suspects = suspects;
    }

    @Override
    public List<Finding> now() {
        return latency.snapshot()
                .reading()
                .latest()
                .map(known -> LatencyRules.findings(known, thresholds, () -> suspects.of(known)))
                .orElse(List.of());
    }

    @Override
    public List<Snapshot<?>> snapshots() {
        return List.of(latency.snapshot());
    }
}
