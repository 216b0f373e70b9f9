package dev.homeport.latency.rule;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.latency.Latency;
import dev.homeport.latency.LatencyProperties;
import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.net.DurationText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What follows from exchanges that take long (DOMAIN R6.11, R6.12). */
final class SlownessRules {

    private final Latency latency;
    private final LatencyProperties thresholds;
    private final Supplier<List<Evidence>> suspects;

    /** @param suspects what would explain a slow loopback; asked for only then */
    SlownessRules(Latency latency, LatencyProperties thresholds, Supplier<List<Evidence>> suspects) {
        this.latency = latency;
        this.thresholds = thresholds;
        this.suspects = suspects;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        slow().ifPresent(findings::add);
        unusual().ifPresent(findings::add);
        findings.addAll(fingerprints());
        return findings;
    }

    /** The targets whose last round was abnormally slow. */
    static List<ProbeTarget> slow(Latency latency, LatencyProperties thresholds) {
        return Arrays.stream(ProbeTarget.values())
                .filter(target -> MedianVerdict.of(
                                target.kind(),
                                latency.lastRound(target).p50Micros(),
                                latency.usual().get(target),
                                thresholds.warn())
                        == MedianVerdict.SLOW)
                .toList();
    }

    private Optional<Finding> slow() {
        List<ProbeTarget> slow = slow(latency, thresholds);
        if (slow.isEmpty()) {
            return Optional.empty();
        }
        double median = latency.lastRound(slow.get(0)).p50Micros();
        boolean fails = thresholds.fail() != null && median >= thresholds.fail().toNanos() / 1e3;
        List<Evidence> evidence = new ArrayList<>(suspects.get());
        slow.forEach(target -> evidence.add(new Evidence(
                "p50 " + DurationText.ofMicros(latency.lastRound(target).p50Micros()) + " of "
                        + latency.lastRound(target).samples(),
                target.label())));
        return Optional.of(new Finding(
                "latency-slow",
                fails ? Severity.ERROR : Severity.WARNING,
                "Loopback",
                "This machine answers itself in " + DurationText.roundedMicros(median) + " ("
                        + slow.get(0).label() + "), which is abnormally slow.",
                "Every program that speaks to another one on this machine waits as long, at each question. A healthy "
                        + "loopback takes 5 to 300 µs.",
                evidence,
                Fix.note("What probably delays it stands first below the evidence; /latency shows since when."),
                LatencyRules.PAGE));
    }

    /** R6.12: the machine's own usual is a better measure than any other's. */
    private Optional<Finding> unusual() {
        List<Evidence> evidence = new ArrayList<>();
        for (ProbeTarget target : ProbeTarget.values()) {
            double median = latency.now(target).p50Micros();
            Double usual = latency.usual().get(target);
            if (usual != null
                    && MedianVerdict.of(target.kind(), median, usual, thresholds.warn()) == MedianVerdict.UNUSUAL) {
                evidence.add(new Evidence(
                        "p50 " + DurationText.ofMicros(median) + ", usually " + DurationText.ofMicros(usual),
                        target.label()));
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
                        LatencyRules.PAGE + "?range=24h"));
    }

    private List<Finding> fingerprints() {
        List<Finding> findings = new ArrayList<>();
        for (ProbeTarget target : ProbeTarget.values()) {
            Distribution lately = latency.of(target, LatencyRules.LATELY);
            Fingerprint.in(target.kind(), lately).forEach(match -> findings.add(fingerprint(target, match)));
        }
        return findings;
    }

    private static Finding fingerprint(ProbeTarget target, Fingerprint.Match match) {
        return new Finding(
                "latency-fingerprint",
                Severity.WARNING,
                target.label() + ", " + match.fingerprint().value(),
                (match.samples() == 1 ? "A sample" : match.samples() + " samples") + " of the last ten minutes took "
                        + match.fingerprint().value() + ".",
                match.fingerprint().cause(),
                List.of(new Evidence(match.samples() + " within a tenth of it", target.label())),
                Fix.note("The distribution on /latency shows them."),
                LatencyRules.PAGE);
    }
}
