package dev.homeport.latency;

import dev.homeport.latency.probe.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How fast Homeport's own loopback is, as it measures all the time. */
public final class Speeds {

    private Speeds() {}

    public static List<Speed> of(Latency known) {
        return Arrays.stream(Target.values())
                .flatMap(target -> known.status(target).stream()
                        .filter(status -> status != Latency.Status.UNAVAILABLE)
                        .map(status -> speed(known, target, status)))
                .toList();
    }

    private static Speed speed(Latency known, Target target, Latency.Status status) {
        return new Speed(
                target.id(),
                target.label(),
                status.text(),
                Speed.rounded(known.now(target).p50Micros()),
                Speed.rounded(known.now(target).p99Micros()),
                Stream.ofNullable(known.failure(target))
                        .map(failure -> failure.outcome().text())
                        .findFirst()
                        .orElse(null));
    }
}
