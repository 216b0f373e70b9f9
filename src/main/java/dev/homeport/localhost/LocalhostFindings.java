package dev.homeport.localhost;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Findings;
import dev.homeport.reading.Snapshot;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Ports that some do not reach by name, and proxies that stand between. */
@Component
class LocalhostFindings implements Findings {

    private final CurrentLocalhost localhost;

    LocalhostFindings(CurrentLocalhost localhost) {
        this.localhost = localhost;
    }

    @Override
    public List<Finding> now() {
        List<Finding> ports = localhost.findingsOfPorts(localhost.now());
        return Stream.concat(ports.stream(), ProxyRules.findings(localhost.proxies()).stream())
                .toList();
    }

    @Override
    public List<Snapshot<?>> snapshots() {
        CurrentLocalhost.Moment now = localhost.now();
        return List.of(now.hosts(), now.sockets());
    }
}
