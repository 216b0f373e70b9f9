package dev.homeport.health.indicator;

import dev.homeport.latency.Latency;
import dev.homeport.latency.LatencyProperties;
import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.probe.ProbeKind;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@code loopback/latency}: the medians of the last minute. They never change the status, unless {@code
 * homeport.latency.fail} is set and a round trip's is not shorter; UNKNOWN while 127.0.0.1 does not answer, or nothing was
 * measured yet.
 */
final class LatencyHealthIndicator implements HealthIndicator {

    private final CachedCollector<Latency> latency;
    private final LatencyProperties thresholds;

    LatencyHealthIndicator(CachedCollector<Latency> latency, LatencyProperties thresholds) {
        this.latency = latency;
        this.thresholds = thresholds;
    }

    @Override
    public Health health() {
        Reading<Latency> reading = latency.snapshot().reading();
        Optional<Latency> known = reading.latest();
        List<String> slow = known.map(this::tooSlow).orElse(List.of());
        return Details.of(reading)
                .with("failMicros", failMicros())
                .with("tooSlow", slow)
                .with("failing", known.map(LatencyHealthIndicator::failing).orElse(List.of()))
                .with("targets", known.map(LatencyHealthIndicator::targets).orElse(Map.of()))
                .as(status(reading, slow));
    }

    private @Nullable Double failMicros() {
        return thresholds.fail() == null ? null : thresholds.fail().toNanos() / 1e3;
    }

    private Status status(Reading<Latency> reading, List<String> slow) {
        boolean answers = reading instanceof Reading.Fresh<Latency> fresh
                && fresh.value()
                        .status(ProbeTarget.TCP4)
                        .filter(Latency.Status.OK::equals)
                        .isPresent();
        if (!answers) {
            return Status.UNKNOWN;
        }
        return slow.isEmpty() ? Status.UP : Status.DOWN;
    }

    /** The targets whose median of the last minute counts as an error. */
    private List<String> tooSlow(Latency known) {
        Double limit = failMicros();
        return Arrays.stream(ProbeTarget.values())
                .filter(target -> target.kind() == ProbeKind.TCP || target.kind() == ProbeKind.UDP)
                .filter(target -> limit != null && known.now(target).p50Micros() >= limit)
                .map(ProbeTarget::id)
                .toList();
    }

    private static List<String> failing(Latency known) {
        return Arrays.stream(ProbeTarget.values())
                .filter(target -> known.status(target)
                        .filter(Latency.Status.FAILING::equals)
                        .isPresent())
                .map(ProbeTarget::id)
                .toList();
    }

    private static Map<String, Object> targets(Latency known) {
        Map<String, Object> targets = new LinkedHashMap<>();
        for (ProbeTarget target : ProbeTarget.values()) {
            known.status(target).ifPresent(status -> targets.put(target.id(), target(known, target, status)));
        }
        return targets;
    }

    private static Map<String, @Nullable Object> target(Latency known, ProbeTarget target, Latency.Status status) {
        Distribution now = known.now(target);
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("status", status.text());
        details.put("samples", now.samples());
        details.put("failures", known.failures(target, Latency.NOW));
        details.put("p50Micros", Details.rounded(now.p50Micros()));
        details.put("maxMicros", Details.rounded(now.maxMicros()));
        return details;
    }
}
