package dev.homeport.latency.rule;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.latency.Latency;
import dev.homeport.latency.LatencyProperties;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the measurements tell. Pure: of a reading and thresholds alone. */
public final class LatencyRules {

    /** How far back fingerprints and losses are looked for. */
    static final Duration LATELY = Duration.ofMinutes(10);

    static final String PAGE = "/latency";

    private LatencyRules() {}

    /** Whether loopback is slow or silent, so that somebody will ask why. */
    public static boolean isTroubled(Latency latency, LatencyProperties thresholds) {
        return !SlownessRules.slow(latency, thresholds).isEmpty() || SilenceRules.isAnySilent(latency);
    }

    /** @param suspects what would explain a slow or silent loopback; asked for only then */
    public static List<Finding> findings(
            Latency latency, LatencyProperties thresholds, Supplier<List<Evidence>> suspects) {
        return Stream.of(
                        new SilenceRules(latency, suspects).findings(),
                        new SlownessRules(latency, thresholds, suspects).findings())
                .flatMap(List::stream)
                .toList();
    }
}
