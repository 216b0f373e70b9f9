package dev.homeport.latency.rule;

import dev.homeport.latency.Latency;
import dev.homeport.latency.Latency.Status;
import dev.homeport.latency.LatencyProperties;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.net.DurationText;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Conclusion;
import dev.homeport.reading.Snapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether loopback works, and how fast, in one sentence for other pages: by round trips, the only proof (DOMAIN R5.7). */
@Component
public class LoopbackSentence {

    private final CachedCollector<Latency> latency;
    private final Conclusion<Optional<Said>> sentence = new Conclusion<>();
    private final LatencyProperties thresholds;

    LoopbackSentence(CachedCollector<Latency> latency, LatencyProperties thresholds) {
        this.latency = latency;
        this.thresholds = thresholds;
    }

    /**
     * What it says.
     *
     * @param text {@code Loopback is healthy: 127.0.0.1 answers in 21 µs, ::1 in 20 µs.}
     * @param silent the host of an address that does not answer, as a URL spells it; null when each does that is there
     */
    public record Said(
            String text, boolean isSlow, @Nullable String silent) {}

    /** Empty while nothing was measured. */
    public Optional<Said> now() {
        return latency.snapshot()
                .reading()
                .latest()
                .flatMap(known -> sentence.from(() -> of(known, thresholds), known));
    }

    /** What it is said from. */
    public Snapshot<Latency> snapshot() {
        return latency.snapshot();
    }

    static Optional<Said> of(Latency latency, LatencyProperties thresholds) {
        return latency.status(ProbeTarget.TCP4).map(status -> {
            if (status != Status.OK) {
                return new Said(
                        "Loopback does not work: 127.0.0.1 does not answer (" + outcome(latency, ProbeTarget.TCP4)
                                + ").",
                        false,
                        "127.0.0.1");
            }
            boolean slow = SlownessRules.slow(latency, thresholds).contains(ProbeTarget.TCP4);
            boolean half = latency.is(Status.FAILING, ProbeTarget.TCP6);
            String text =
                    "Loopback " + (slow ? "is slow" : half ? "works by half" : "is healthy") + ": 127.0.0.1 answers in "
                            + time(latency, ProbeTarget.TCP4, slow) + ", " + ipv6(latency, slow) + ".";
            return new Said(text, slow, half ? "[::1]" : null);
        });
    }

    private static String ipv6(Latency latency, boolean slow) {
        Status status = latency.status(ProbeTarget.TCP6).orElse(Status.UNAVAILABLE);
        return switch (status) {
            case OK -> "::1 in " + time(latency, ProbeTarget.TCP6, slow);
            case FAILING -> "::1 does not answer (" + outcome(latency, ProbeTarget.TCP6) + ")";
            case UNAVAILABLE -> "::1 is not there";
        };
    }

    /** The last minute's median; of a slow one the last round's, which is what makes it slow. */
    private static String time(Latency latency, ProbeTarget target, boolean slow) {
        return DurationText.roundedMicros((slow ? latency.lastRound(target) : latency.now(target)).p50Micros());
    }

    private static String outcome(Latency latency, ProbeTarget target) {
        return latency.failure(target) == null
                ? "no answer"
                : latency.failure(target).outcome().label();
    }
}
