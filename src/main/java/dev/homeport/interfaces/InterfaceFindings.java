package dev.homeport.interfaces;

import dev.homeport.finding.Finding;
import dev.homeport.finding.ReadingFindings;
import dev.homeport.reading.CachedCollector;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is wrong with loopback, its addresses and the kernel's settings. */
@Component
class InterfaceFindings extends ReadingFindings<Interfaces> {

    InterfaceFindings(CachedCollector<Interfaces> interfaces) {
        super(interfaces, InterfaceFindings::of);
    }

    static List<Finding> of(Interfaces all) {
        Stream<Finding> loopback =
                LoopbackChecks.of(all).stream().map(LoopbackCheck::finding).flatMap(Optional::stream);
        return Stream.concat(loopback, SettingRules.findings(all.settings()).stream())
                .toList();
    }
}
