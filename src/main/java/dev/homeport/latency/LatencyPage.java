package dev.homeport.latency;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.probe.Kind;
import dev.homeport.latency.probe.Target;
import dev.homeport.reading.Reading;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page draws.
 *
 * @param latency null while nothing was measured
 * @param now the last minute, all targets
 * @param over the chosen range, the targets of the chosen kind
 * @param sinceDue from when rounds were due to their first answers, of the first of these targets
 * @param suspects what probably makes loopback slow or silent; empty when it is neither
 * @param slow whether it is either
 */
record LatencyPage(
        Reading<Latency> reading,
        @Nullable Latency latency,
        LatencyChoice choice,
        String headline,
        List<Finding> findings,
        List<Evidence> suspects,
        boolean slow,
        List<TargetRow> now,
        List<TargetRow> over,
        @Nullable TimeTable time,
        Shape shape,
        @Nullable Distribution sinceDue,
        @Nullable NameCost nameCost) {

    static LatencyPage of(
            Reading<Latency> reading, LatencyChoice choice, LatencyProperties thresholds, Suspects suspects) {
        return reading.latest()
                .map(latency -> of(reading, latency, choice, thresholds, suspects))
                .orElse(new LatencyPage(
                        reading,
                        null,
                        choice,
                        "Loopback’s latency is not known yet",
                        List.of(),
                        List.of(),
                        false,
                        List.of(),
                        List.of(),
                        null,
                        Shape.of(List.of(), List.of()),
                        null,
                        null));
    }

    private static LatencyPage of(
            Reading<Latency> reading,
            Latency latency,
            LatencyChoice choice,
            LatencyProperties thresholds,
            Suspects suspects) {
        List<Target> targets = Target.of(choice.kind());
        List<TargetRow> over = targets.stream()
                .map(target -> TargetRow.of(latency, target, choice.range().duration(), thresholds.warn()))
                .toList();
        boolean slow = !LatencyRules.slow(latency, thresholds).isEmpty() || LatencyRules.isAnySilent(latency);
        List<Evidence> explaining = slow ? suspects.of(latency) : List.of();
        return new LatencyPage(
                reading,
                latency,
                choice,
                new Headline(latency, ZoneId.systemDefault()).sentence(),
                new LatencyRules(latency, thresholds, () -> explaining).findings(),
                explaining,
                slow,
                Arrays.stream(Target.values())
                        .map(target -> TargetRow.of(latency, target, Latency.NOW, thresholds.warn()))
                        .toList(),
                over,
                TimeTable.of(latency, choice.kind(), choice.range().duration()),
                Shape.of(
                        targets.stream().map(Target::address).toList(),
                        over.stream().map(TargetRow::times).toList()),
                Distribution.sinceDue(
                        latency.last(targets.get(0), choice.range().duration())),
                NameCost.of(latency));
    }

    public Kind[] kinds() {
        return Kind.values();
    }

    public Range[] ranges() {
        return Range.values();
    }

    public Target[] targets() {
        return Target.values();
    }

    /** {@code 21.3 µs}. */
    public String text(double micros) {
        return Micros.text(micros);
    }

    /** Milliseconds since 1970, for the chart. */
    public long millis(Instant instant) {
        return instant.toEpochMilli();
    }
}
