package dev.homeport.hosts;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Findings;
import dev.homeport.reading.Snapshot;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is wrong with the hosts file, among the findings of all rooms. */
@Component
class HostsFindings implements Findings {

    private final CurrentHosts hosts;

    HostsFindings(CurrentHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public List<Finding> now() {
        return hosts.findingsForAll(finding -> true);
    }

    @Override
    public List<Snapshot<?>> snapshots() {
        return hosts.snapshots().all();
    }
}
