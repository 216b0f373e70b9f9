package dev.homeport.hosts;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Findings;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.lint.HostsFinding;
import dev.homeport.reading.Reading;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is wrong with the hosts file, among the findings of all rooms. */
@Component
class HostsFindings implements Findings {

    private static final int MOST_EVIDENCE = 3;

    private final CurrentHosts hosts;

    HostsFindings(CurrentHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public List<Finding> now() {
        Reading<Hosts> reading = hosts.snapshot().reading();
        Optional<HostsFile> file = reading.latest().map(Hosts::file);
        return hosts.findings(reading).stream()
                .map(finding -> finding(finding, file))
                .toList();
    }

    @Override
    public List<Reading<?>> readings() {
        return List.of(hosts.snapshot().reading());
    }

    private Finding finding(HostsFinding finding, Optional<HostsFile> file) {
        return new Finding(
                finding.id(),
                finding.severity(),
                hosts.path() + ", " + finding.where(),
                finding.message(),
                finding.why(),
                file.map(read -> evidence(finding, read)).orElse(List.of()),
                finding.fix(),
                finding.lines().isEmpty()
                        ? "/hosts"
                        : HostsState.at(finding.lines().get(0)));
    }

    private List<Evidence> evidence(HostsFinding finding, HostsFile file) {
        return finding.lines().stream()
                .limit(MOST_EVIDENCE)
                .map(number -> new Evidence(file.line(number).text(), hosts.path() + ":" + number))
                .toList();
    }
}
