package dev.homeport.addresses;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Findings;
import dev.homeport.reading.Conclusion;
import dev.homeport.reading.Snapshot;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is reachable that should not be, and what is not that seems to be. */
@Component
class AddressFindings implements Findings {

    private final CurrentMachine machine;
    private final Conclusion<List<Finding>> findings = new Conclusion<>();

    AddressFindings(CurrentMachine machine) {
        this.machine = machine;
    }

    @Override
    public List<Finding> now() {
        Machine now = machine.now();
        return now.knownInterfaces()
                .map(known -> findings.from(
                        () -> ExposureRules.findings(
                                known, now.map(), now.listening(), now.enclosure() != Enclosure.NONE),
                        now.map(),
                        now.enclosure()))
                .orElse(List.of());
    }

    @Override
    public List<Snapshot<?>> snapshots() {
        return machine.now().snapshots().all();
    }
}
