package dev.homeport.latency;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.latency.Latency.Status;
import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.history.Round;
import dev.homeport.latency.probe.Kind;
import dev.homeport.latency.probe.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the measurements tell. Pure: of readings and thresholds alone. */
final class LatencyRules {

    /** How far back fingerprints and losses are looked for. */
    static final Duration LATELY = Duration.ofMinutes(10);

    private static final String PAGE = "/latency";

    private final Latency latency;
    private final LatencyProperties thresholds;
    private final Supplier<List<Evidence>> suspects;

    /** @param suspects what would explain a slow or silent loopback; asked for only then */
    LatencyRules(Latency latency, LatencyProperties thresholds, Supplier<List<Evidence>> suspects) {
        this.latency = latency;
        this.thresholds = thresholds;
        this.suspects = suspects;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(silent());
        slow().ifPresent(findings::add);
        unusual().ifPresent(findings::add);
        perFamily().ifPresent(findings::add);
        lostDatagrams().ifPresent(findings::add);
        findings.addAll(fingerprints());
        return findings;
    }

    /** An address of which the last exchange failed. */
    private List<Finding> silent() {
        Map<String, List<Target>> byAddress = Arrays.stream(Target.values())
                .filter(target -> target.kind() != Kind.ICMP && isFailing(target))
                .collect(Collectors.groupingBy(Target::address));
        boolean mapped = byAddress.containsKey(Target.CONNECT_MAPPED.address());
        if (mapped && byAddress.containsKey(Target.CONNECT4.address())) {
            byAddress.remove(Target.CONNECT_MAPPED.address());
        }
        List<Finding> findings = new ArrayList<>();
        byAddress.forEach((address, targets) -> findings.add(silent(address, targets)));
        return findings;
    }

    private Finding silent(String address, List<Target> targets) {
        List<Evidence> evidence = new ArrayList<>();
        targets.forEach(target -> evidence.add(new Evidence(
                String.valueOf(latency.failure(target).detail()), target.kind().label())));
        evidence.addAll(suspects.get());
        Target first = targets.get(0);
        boolean essential = !first.mayBeAbsent();
        String what = first.kind() == Kind.RESOLVE ? "is not found" : "does not answer";
        return new Finding(
                "loopback-silent",
                essential ? Severity.ERROR : Severity.WARNING,
                address,
                address + " " + what + " (" + labels(targets) + ").",
                Reasons.of(first, latency.failure(first)),
                evidence,
                Fix.note("The page says since when; what is wrong with the interface itself is on /interfaces."),
                PAGE);
    }

    private static String labels(List<Target> targets) {
        return targets.stream().map(target -> target.kind().label()).distinct().collect(Collectors.joining(", "));
    }

    /** Whether the last exchange of any target failed. */
    static boolean isAnySilent(Latency latency) {
        return Arrays.stream(Target.values()).anyMatch(target -> isFailing(latency, target));
    }

    private boolean isFailing(Target target) {
        return isFailing(latency, target);
    }

    private static boolean isFailing(Latency latency, Target target) {
        return latency.status(target).filter(Status.FAILING::equals).isPresent();
    }

    /** The targets whose last round was abnormally slow. */
    static List<Target> slow(Latency latency, LatencyProperties thresholds) {
        return Arrays.stream(Target.values())
                .filter(target -> Verdict.of(
                                target.kind(),
                                latency.lastRound(target).p50Micros(),
                                latency.usual().get(target),
                                thresholds.warn())
                        == Verdict.SLOW)
                .toList();
    }

    private Optional<Finding> slow() {
        List<Target> slow = slow(latency, thresholds);
        if (slow.isEmpty()) {
            return Optional.empty();
        }
        double median = latency.lastRound(slow.get(0)).p50Micros();
        boolean fails = thresholds.fail() != null && median >= thresholds.fail().toNanos() / 1e3;
        List<Evidence> evidence = new ArrayList<>(suspects.get());
        slow.forEach(target -> evidence.add(new Evidence(
                "p50 " + Micros.text(latency.lastRound(target).p50Micros()) + " of "
                        + latency.lastRound(target).samples(),
                target.label())));
        return Optional.of(new Finding(
                "latency-slow",
                fails ? Severity.ERROR : Severity.WARNING,
                "Loopback",
                "This machine answers itself in " + Micros.rounded(median) + " ("
                        + slow.get(0).label() + "), which is abnormally slow.",
                "Every program that speaks to another one on this machine waits as long, at each question. A healthy "
                        + "loopback takes 5 to 300 µs.",
                evidence,
                Fix.note("What probably delays it stands first below the evidence; /latency shows since when."),
                PAGE));
    }

    /** R6.12: the machine's own usual is a better measure than any other's. */
    private Optional<Finding> unusual() {
        List<Evidence> evidence = new ArrayList<>();
        for (Target target : Target.values()) {
            double median = latency.now(target).p50Micros();
            Double usual = latency.usual().get(target);
            if (usual != null && Verdict.of(target.kind(), median, usual, thresholds.warn()) == Verdict.UNUSUAL) {
                evidence.add(
                        new Evidence("p50 " + Micros.text(median) + ", usually " + Micros.text(usual), target.label()));
            }
        }
        return evidence.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "latency-unusual",
                        Severity.WARNING,
                        "Loopback",
                        "This machine answers itself more than three times as slowly as it usually does.",
                        "Its usual is the median of the last 24 hours. A busy processor is the most frequent cause; then a "
                                + "quota, a firewall’s new rules, a program that listens in (tcpdump -i lo).",
                        evidence,
                        Fix.note("The chart of the last 24 hours shows since when."),
                        PAGE + "?range=24h"));
    }

    /** R5.44: a policy may know sockets of IPv4 alone, or of IPv6. */
    private Optional<Finding> perFamily() {
        boolean plain = isFailing(Target.CONNECT4);
        boolean mapped = isFailing(Target.CONNECT_MAPPED);
        if (plain == mapped) {
            return Optional.empty();
        }
        Target failing = plain ? Target.CONNECT4 : Target.CONNECT_MAPPED;
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
                PAGE));
    }

    private Optional<Finding> lostDatagrams() {
        List<Target> lossy = Target.of(Kind.UDP).stream()
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
                PAGE));
    }

    private long failures(Target target) {
        return latency.last(target, LATELY).stream().mapToLong(Round::failures).sum();
    }

    private List<Finding> fingerprints() {
        List<Finding> findings = new ArrayList<>();
        for (Target target : Target.values()) {
            Distribution lately = latency.of(target, LATELY);
            Fingerprint.in(target.kind(), lately).forEach(match -> findings.add(fingerprint(target, match)));
        }
        return findings;
    }

    private static Finding fingerprint(Target target, Fingerprint.Match match) {
        return new Finding(
                "latency-fingerprint",
                Severity.WARNING,
                target.label() + ", " + match.fingerprint().value(),
                (match.samples() == 1 ? "A sample" : match.samples() + " samples") + " of the last ten minutes took "
                        + match.fingerprint().value() + ".",
                match.fingerprint().cause(),
                List.of(new Evidence(match.samples() + " within a tenth of it", target.label())),
                Fix.note("The distribution on /latency shows them."),
                PAGE);
    }
}
