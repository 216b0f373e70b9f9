package dev.homeport.latency.counters;

import dev.homeport.finding.ReadingFindings;
import dev.homeport.reading.CachedCollector;
import org.springframework.stereotype.Component;

/** What the kernel's counters warn of. */
@Component
class CounterFindings extends ReadingFindings<KernelCounters> {

    CounterFindings(CachedCollector<KernelCounters> counters) {
        super(counters, CounterRules::findings);
    }
}
