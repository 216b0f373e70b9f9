package dev.homeport.latency.page;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.latency.CurrentLatency;
import dev.homeport.latency.Latency;
import dev.homeport.latency.LatencyProperties;
import dev.homeport.latency.counters.Counter;
import dev.homeport.latency.counters.CounterRules;
import dev.homeport.latency.counters.KernelCounters;
import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.probe.ProbeKind;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.rule.LatencyRules;
import dev.homeport.latency.rule.Suspects;
import dev.homeport.net.DurationText;
import dev.homeport.reading.Reading;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page draws.
 *
 * @param readings that it is drawn from, by their names in the stream of changes
 * @param latency null while nothing was measured
 * @param now the last minute, all targets
 * @param over the chosen range, the targets of the chosen kind
 * @param sinceDue from when rounds were due to their first answers, of the first of these targets
 * @param suspects what probably makes loopback slow or silent; empty when it is neither
 * @param slow whether it is either
 */
record LatencyPage(
        String readings,
        Reading<Latency> reading,
        Reading<KernelCounters> counters,
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
            CurrentLatency.Moment now, LatencyChoice choice, LatencyProperties thresholds, Suspects suspects) {
        return now.latency()
                .reading()
                .latest()
                .map(latency -> of(now, latency, choice, thresholds, suspects))
                .orElse(new LatencyPage(
                        now.snapshots().names(),
                        now.latency().reading(),
                        now.counters().reading(),
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
            CurrentLatency.Moment now,
            Latency latency,
            LatencyChoice choice,
            LatencyProperties thresholds,
            Suspects suspects) {
        List<ProbeTarget> targets = ProbeTarget.of(choice.kind());
        List<TargetRow> over = targets.stream()
                .map(target -> TargetRow.of(latency, target, choice.range().duration(), thresholds.warn()))
                .toList();
        boolean slow = LatencyRules.isTroubled(latency, thresholds);
        List<Evidence> explaining = slow ? suspects.of(latency) : List.of();
        return new LatencyPage(
                now.snapshots().names(),
                now.latency().reading(),
                now.counters().reading(),
                latency,
                choice,
                new Headline(latency, ZoneId.systemDefault()).sentence(),
                findings(latency, now, thresholds, explaining),
                explaining,
                slow,
                Arrays.stream(ProbeTarget.values())
                        .map(target -> TargetRow.of(latency, target, Latency.NOW, thresholds.warn()))
                        .toList(),
                over,
                TimeTable.of(latency, choice.kind(), choice.range().duration()),
                Shape.of(
                        targets.stream().map(ProbeTarget::address).toList(),
                        over.stream().map(TargetRow::times).toList()),
                Distribution.sinceDue(
                        latency.last(targets.get(0), choice.range().duration())),
                NameCost.of(latency));
    }

    private static List<Finding> findings(
            Latency latency, CurrentLatency.Moment now, LatencyProperties thresholds, List<Evidence> explaining) {
        Stream<Finding> measured = LatencyRules.findings(latency, thresholds, () -> explaining).stream();
        Stream<Finding> counted = now.counters().reading().latest().map(CounterRules::findings).stream()
                .flatMap(List::stream);
        return Stream.concat(measured, counted).sorted(Finding.WORST_FIRST).toList();
    }

    /** The counters that this system has and that rose in the last ten minutes, or those that did not. */
    public List<Counter> counters(boolean risen) {
        return counters.latest().stream()
                .flatMap(known -> Arrays.stream(Counter.values())
                        .filter(counter -> known.of(counter)
                                .filter(rise -> rise.lately() > 0 == risen)
                                .isPresent()))
                .toList();
    }

    public ProbeKind[] kinds() {
        return ProbeKind.values();
    }

    public Range[] ranges() {
        return Range.values();
    }

    public ProbeTarget[] targets() {
        return ProbeTarget.values();
    }

    /** {@code 21.3 µs}. */
    public String text(double micros) {
        return DurationText.ofMicros(micros);
    }

    /** The zone of the times on the page: this machine's. */
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }

    /** How far this machine's clock is before UTC, in milliseconds. */
    public long offset() {
        return reading.valueTakenAt()
                .map(at -> zone().getRules().getOffset(at).getTotalSeconds() * 1000L)
                .orElse(0L);
    }

    /** Whether a target can be measured at all. */
    public boolean canMeasure(ProbeTarget target) {
        return latency == null || !latency.is(Latency.Status.UNAVAILABLE, target);
    }

    /** Milliseconds since 1970, for the chart. */
    public long millis(Instant instant) {
        return instant.toEpochMilli();
    }
}
