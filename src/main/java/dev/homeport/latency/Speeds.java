package dev.homeport.latency;

import dev.homeport.answer.elsewhere.EachNamespace;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Snapshot;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** How fast Homeport's own loopback is, as it measures all the time. */
public final class Speeds {

    private Speeds() {}

    /** Of whichever network namespace is asked for. */
    public static EachNamespace<List<Speed>> ofEachNamespace(
            CachedCollector<Latency> own, ObjectProvider<Elsewhere<List<Speed>>> elsewhere) {
        return new EachNamespace<>(
                () -> {
                    Snapshot<Latency> now = own.snapshot();
                    return new Snapshot<>(now.name(), now.reading().map(Speeds::of), now.revision());
                },
                elsewhere);
    }

    public static List<Speed> of(Latency known) {
        return Arrays.stream(ProbeTarget.values())
                .flatMap(target -> known.status(target).stream()
                        .filter(status -> status != Latency.Status.UNAVAILABLE)
                        .map(status -> speed(known, target, status)))
                .toList();
    }

    private static Speed speed(Latency known, ProbeTarget target, Latency.Status status) {
        Distribution now = known.now(target);
        double p99Micros = now.isEnoughForP99() ? now.p99Micros() : Double.NaN;
        return Speed.of(target, status, now.p50Micros(), p99Micros, known.failure(target));
    }
}
