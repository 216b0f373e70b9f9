package dev.homeport.health.indicator;

import dev.homeport.finding.Severity;
import dev.homeport.hosts.CurrentHosts;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.lint.HostsFinding;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.reading.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@code hostsFile}: whether the hosts file can be read, and what is wrong with it, which shows in the details alone. UP when
 * it can, else UNKNOWN.
 */
final class HostsFileHealthIndicator implements HealthIndicator {

    private static final int MOST_FINDINGS = 5;

    private final CurrentHosts hosts;

    HostsFileHealthIndicator(CurrentHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public Health health() {
        Reading<Hosts> reading = hosts.snapshot().reading();
        Optional<Hosts> known = reading.latest();
        List<HostsFinding> findings = hosts.findings(reading);
        return Details.of(reading)
                .with("path", hosts.path())
                .with("lines", known.map(file -> file.file().lines()).orElse(null))
                .with(
                        "entries",
                        known.map(file -> file.file().count(LineKind.ENTRY)).orElse(null))
                .with("modified", known.map(file -> file.facts().modified()).orElse(null))
                .with("errors", count(findings, Severity.ERROR))
                .with("warnings", count(findings, Severity.WARNING))
                .with("infos", count(findings, Severity.INFO))
                .with("worst", worst(findings))
                .as(reading instanceof Reading.Fresh ? Status.UP : Status.UNKNOWN);
    }

    private static long count(List<HostsFinding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static List<Map<String, String>> worst(List<HostsFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .limit(MOST_FINDINGS)
                .map(finding -> Map.of(
                        "id", finding.id(),
                        "severity", finding.severity().text(),
                        "where", finding.where(),
                        "message", finding.message()))
                .toList();
    }
}
