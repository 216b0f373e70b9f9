package dev.homeport.latency.page;

import dev.homeport.latency.Latency;
import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.history.Round;
import dev.homeport.latency.probe.Failure;
import dev.homeport.latency.probe.ProbeKind;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.probe.Reasons;
import dev.homeport.latency.rule.MedianVerdict;
import dev.homeport.net.DurationText;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of percentiles.
 *
 * @param reason why it cannot be measured, or does not answer; null when it does
 * @param verdict what its median says; null where it says nothing
 * @param usual the median of the last 24 hours in microseconds; null while that is not known
 */
record TargetRow(
        ProbeTarget target,
        Latency.@Nullable Status status,
        @Nullable String reason,
        Distribution times,
        long failures,
        @Nullable MedianVerdict verdict,
        @Nullable Double usual) {

    static TargetRow of(Latency latency, ProbeTarget target, Duration range, Duration warn) {
        Failure failure = latency.failure(target);
        List<Round> rounds = latency.last(target, range);
        Distribution times = Distribution.of(rounds);
        return new TargetRow(
                target,
                latency.status(target).orElse(null),
                failure == null ? null : Reasons.of(target, failure),
                times,
                rounds.stream().mapToLong(Round::failures).sum(),
                MedianVerdict.of(
                        target.kind(), times.p50Micros(), latency.usual().get(target), warn),
                latency.usual().get(target));
    }

    /** What a diagnosis looks into when it does not answer: a port at its address, or by its name. */
    public String whom(int port) {
        String address = target.address();
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port;
    }

    /** How it stands, in a word or two. */
    public String standing() {
        if (status == null) {
            return "not measured yet";
        } else if (status == Latency.Status.FAILING) {
            return "fails";
        } else if (status == Latency.Status.UNAVAILABLE) {
            return target.kind() == ProbeKind.ICMP ? "not permitted" : "not there";
        }
        return verdict == null ? "answers" : verdict.label();
    }

    /** The mark before it, a name in style sheets. */
    public String mark() {
        if (status == null || status == Latency.Status.UNAVAILABLE) {
            return "check-off";
        } else if (status == Latency.Status.FAILING) {
            return "finding-error";
        }
        return verdict == MedianVerdict.SLOW || verdict == MedianVerdict.UNUSUAL ? "finding-warning" : "check-good";
    }

    /** {@code 21.3 µs}. */
    public String text(double micros) {
        return DurationText.ofMicros(micros);
    }
}
