package dev.homeport.health.meter;

import dev.homeport.finding.AllFindings;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.CurrentHosts;
import dev.homeport.hosts.lint.HostsFinding;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Meters of what is worth looking into, for each {@code severity}, 0 where there is none:
 *
 * <ul>
 *   <li>{@code homeport.findings}, a gauge: of all rooms
 *   <li>{@code homeport.hosts.findings}, a gauge: of the hosts file
 * </ul>
 */
@Component
class FindingMeters implements MeterBinder {

    private final AllFindings findings;
    private final CurrentHosts hosts;

    FindingMeters(AllFindings findings, CurrentHosts hosts) {
        this.findings = findings;
        this.hosts = hosts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Supplier<Map<Severity, Long>> all = Kept.forAScrape(() -> count(findings.now(), Finding::severity));
        Supplier<Map<Severity, Long>> ofHosts =
                Kept.forAScrape(() -> count(hosts.findings(hosts.snapshot().reading()), HostsFinding::severity));
        for (Severity severity : Severity.values()) {
            Gauge.builder("homeport.findings", () -> all.get().get(severity))
                    .description("What is worth looking into, in all of Homeport")
                    .baseUnit("findings")
                    .tag("severity", severity.text())
                    .register(registry);
            Gauge.builder("homeport.hosts.findings", () -> ofHosts.get().get(severity))
                    .description("What is worth looking into in the hosts file")
                    .baseUnit("findings")
                    .tag("severity", severity.text())
                    .register(registry);
        }
    }

    private static <T> Map<Severity, Long> count(Collection<T> all, Function<T, Severity> severityOf) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0L);
        }
        all.forEach(one -> counts.merge(severityOf.apply(one), 1L, Long::sum));
        return counts;
    }
}
