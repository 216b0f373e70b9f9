package dev.homeport.interfaces;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Findings;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is wrong with loopback, its addresses and the kernel's settings. */
@Component
class InterfaceFindings implements Findings {

    private final CachedCollector<Interfaces> interfaces;

    InterfaceFindings(CachedCollector<Interfaces> interfaces) {
        this.interfaces = interfaces;
    }

    @Override
    public List<Finding> now() {
        return interfaces
                .snapshot()
                .reading()
                .latest()
                .map(InterfaceFindings::of)
                .orElse(List.of());
    }

    @Override
    public List<Snapshot<?>> snapshots() {
        return List.of(interfaces.snapshot());
    }

    static List<Finding> of(Interfaces all) {
        Stream<Finding> loopback =
                LoopbackChecks.of(all).stream().map(LoopbackCheck::finding).flatMap(Optional::stream);
        return Stream.concat(loopback, SettingRules.findings(all.settings()).stream())
                .toList();
    }
}
