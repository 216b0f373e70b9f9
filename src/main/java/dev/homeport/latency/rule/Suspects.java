package dev.homeport.latency.rule;

import dev.homeport.answer.Decimals;
import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Findings;
import dev.homeport.latency.Latency;
import dev.homeport.latency.Pressure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What probably makes loopback slow, or silent: what other rooms have found wrong with it, and what makes every program
 * wait (DOMAIN R6.10). Asked for only when something is the matter.
 */
@Component
public class Suspects {

    /** Rules of other rooms that explain a slow or silent loopback. */
    private static final Set<String> EXPLAINING = Set.of(
            "loopback-down",
            "loopback-missing",
            "loopback-qdisc",
            "loopback-mtu",
            "loopback-ipv4-missing",
            "loopback-route-missing");

    private final ObjectProvider<Findings> rooms;

    Suspects(ObjectProvider<Findings> rooms) {
        this.rooms = rooms;
    }

    /** Something that explains it, the likeliest first; empty when nothing is known that would. */
    public List<Evidence> of(Latency latency) {
        List<Evidence> suspects = new ArrayList<>();
        rooms.stream()
                .filter(room -> !(room instanceof LatencyFindings))
                .flatMap(room -> room.now().stream())
                .filter(finding -> EXPLAINING.contains(finding.id()))
                .forEach(finding -> suspects.addAll(evidence(finding)));
        Pressure pressure = latency.pressure();
        if (pressure.isThrottled()) {
            suspects.add(new Evidence(
                    "its CPU quota stopped this control group " + pressure.throttled() + " times since the last round",
                    "cpu.stat"));
        }
        if (pressure.isBusy()) {
            suspects.add(new Evidence(
                    "more programs want to run than there are processors: " + Decimals.round(pressure.loadAverage(), 1)
                            + " on " + pressure.processors(),
                    "load average"));
        }
        return suspects;
    }

    private static List<Evidence> evidence(Finding finding) {
        return finding.evidence().stream()
                .map(evidence -> new Evidence(finding.subject() + ": " + evidence.observed(), evidence.source()))
                .toList();
    }
}
