package dev.homeport.latency.rule;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.latency.Latency;
import dev.homeport.latency.Latency.Status;
import dev.homeport.latency.probe.ProbeKind;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.probe.Reasons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What follows from exchanges that fail. */
final class SilenceRules {

    private final Latency latency;
    private final Supplier<List<Evidence>> suspects;

    /** @param suspects what would explain a silent loopback; asked for only then */
    SilenceRules(Latency latency, Supplier<List<Evidence>> suspects) {
        this.latency = latency;
        this.suspects = suspects;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(silent());
        perFamily().ifPresent(findings::add);
        lostDatagrams().ifPresent(findings::add);
        return findings;
    }

    /** An address of which the last exchange failed. */
    private List<Finding> silent() {
        Map<String, List<ProbeTarget>> byAddress = Arrays.stream(ProbeTarget.values())
                .filter(target -> target.kind() != ProbeKind.ICMP && isFailing(target))
                .collect(Collectors.groupingBy(ProbeTarget::address));
        boolean mapped = byAddress.containsKey(ProbeTarget.CONNECT_MAPPED.address());
        if (mapped && byAddress.containsKey(ProbeTarget.CONNECT4.address())) {
            byAddress.remove(ProbeTarget.CONNECT_MAPPED.address());
        }
        List<Finding> findings = new ArrayList<>();
        byAddress.forEach((address, targets) -> findings.add(silent(address, targets)));
        return findings;
    }

    private Finding silent(String address, List<ProbeTarget> targets) {
        List<Evidence> evidence = new ArrayList<>();
        targets.forEach(target -> evidence.add(new Evidence(
                String.valueOf(latency.failure(target).detail()), target.kind().label())));
        evidence.addAll(suspects.get());
        ProbeTarget first = targets.get(0);
        boolean essential = !first.mayBeAbsent();
        String what = first.kind() == ProbeKind.RESOLVE ? "is not found" : "does not answer";
        return new Finding(
                "loopback-silent",
                essential ? Severity.ERROR : Severity.WARNING,
                address,
                address + " " + what + " (" + labels(targets) + ").",
                Reasons.of(first, latency.failure(first)),
                evidence,
                Fix.note("The page says since when; what is wrong with the interface itself is on /interfaces."),
                LatencyRules.PAGE);
    }

    private static String labels(List<ProbeTarget> targets) {
        return targets.stream().map(target -> target.kind().label()).distinct().collect(Collectors.joining(", "));
    }

    /** Whether the last exchange of any target failed. */
    static boolean isAnySilent(Latency latency) {
        return Arrays.stream(ProbeTarget.values()).anyMatch(target -> latency.is(Status.FAILING, target));
    }

    private boolean isFailing(ProbeTarget target) {
        return latency.is(Status.FAILING, target);
    }

    /** R5.44: a policy may know sockets of IPv4 alone, or of IPv6. */
    private Optional<Finding> perFamily() {
        boolean plain = isFailing(ProbeTarget.CONNECT4);
        boolean mapped = isFailing(ProbeTarget.CONNECT_MAPPED);
        if (plain == mapped) {
            return Optional.empty();
        }
        ProbeTarget failing = plain ? ProbeTarget.CONNECT4 : ProbeTarget.CONNECT_MAPPED;
        return Optional.of(new Finding(
                "connect-per-family",
                Severity.WARNING,
                "127.0.0.1",
                plain
                        ? "Native programs cannot connect to 127.0.0.1, while Java can."
                        : "Java cannot connect to 127.0.0.1, while native programs can.",
                "Java reaches IPv4 through sockets of IPv6. A policy for the one kind of socket (eBPF, as Cilium and "
                        + "sandboxes install it) does not meet the other.",
                List.of(new Evidence(
                        String.valueOf(latency.failure(failing).detail()),
                        plain ? "an IPv4 socket" : "an IPv6 socket")),
                Fix.note("Look for eBPF programs of this control group: sudo bpftool cgroup tree"),
                LatencyRules.PAGE));
    }

    private Optional<Finding> lostDatagrams() {
        List<ProbeTarget> lossy = ProbeTarget.of(ProbeKind.UDP).stream()
                .filter(target -> !isFailing(target) && failures(target) > 0)
                .toList();
        if (lossy.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "udp-lost",
                Severity.WARNING,
                "UDP on loopback",
                "Datagrams were lost on their way to this very machine.",
                "UDP is not reliable, on loopback neither: what finds a full buffer, or a firewall, is dropped without a word "
                        + "to the sender.",
                lossy.stream()
                        .map(target -> new Evidence(failures(target) + " lost in the last ten minutes", target.label()))
                        .toList(),
                Fix.note("See which counters of the kernel rose meanwhile, on /latency."),
                LatencyRules.PAGE));
    }

    private long failures(ProbeTarget target) {
        return latency.failures(target, LatencyRules.LATELY);
    }
}
