package dev.homeport.latency;

import dev.homeport.latency.counters.KernelCounters;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Snapshot;
import dev.homeport.reading.Snapshots;
import org.springframework.stereotype.Component;

/** What was measured and what the kernel counted, at this moment. */
@Component
public class CurrentLatency {

    private final CachedCollector<Latency> latency;
    private final CachedCollector<KernelCounters> counters;

    CurrentLatency(CachedCollector<Latency> latency, CachedCollector<KernelCounters> counters) {
        this.latency = latency;
        this.counters = counters;
    }

    /** One moment. */
    public record Moment(Snapshot<Latency> latency, Snapshot<KernelCounters> counters) {

        public String revision() {
            return snapshots().revision();
        }

        public Snapshots snapshots() {
            return Snapshots.of(latency, counters);
        }
    }

    public Moment now() {
        return new Moment(latency.snapshot(), counters.snapshot());
    }
}
