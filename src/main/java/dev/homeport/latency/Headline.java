package dev.homeport.latency;

import dev.homeport.latency.Latency.Status;
import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.history.Track;
import dev.homeport.latency.probe.Target;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Loopback's latency in a sentence: round trips over TCP, the last minute. */
final class Headline {

    /** Within a quarter nobody calls two times different, nor where they differ by less than that. */
    private static final double ALIKE = 0.25;

    private static final double ALIKE_MICROS = 5;

    private final Latency latency;
    private final Instant midnight;

    /** @param zone whose day “today” is */
    Headline(Latency latency, ZoneId zone) {
        this.latency = latency;
        this.midnight =
                latency.at().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /** {@code 127.0.0.1 answers in 21 µs (p50), 95 µs (slowest of 60), 0 of 8,640 lost today; ::1 the same}. */
    String sentence() {
        return first() + "; " + second();
    }

    private String first() {
        Distribution now = latency.now(Target.TCP4);
        if (!answers(Target.TCP4)) {
            return "127.0.0.1 does not answer" + since(Target.TCP4);
        } else if (now.isEmpty()) {
            return "127.0.0.1 has not been measured in the last minute";
        }
        return "127.0.0.1 answers in " + Micros.rounded(now.p50Micros()) + " (p50), "
                + Micros.rounded(now.p99Micros())
                + (now.isEnoughForP99() ? " (p99), " : " (slowest of " + now.samples() + "), ") + lost(Target.TCP4);
    }

    private String second() {
        if (latency.status(Target.TCP6).filter(Status.UNAVAILABLE::equals).isPresent()) {
            return "::1 is not there";
        } else if (!answers(Target.TCP6)) {
            return "::1 does not answer" + since(Target.TCP6);
        }
        double ipv4 = latency.now(Target.TCP4).p50Micros();
        double ipv6 = latency.now(Target.TCP6).p50Micros();
        if (Double.isNaN(ipv6)) {
            return "::1 has not been measured in the last minute";
        }
        boolean alike = Math.abs(ipv6 - ipv4) <= Math.max(ALIKE_MICROS, ALIKE * ipv4);
        return alike && latency.now(Target.TCP6).samples() > 0 ? "::1 the same" : "::1 in " + Micros.rounded(ipv6);
    }

    private boolean answers(Target target) {
        return latency.status(target).filter(Status.OK::equals).isPresent();
    }

    private String lost(Target target) {
        Track track = latency.track(target);
        return String.format(
                Locale.ROOT, "%,d of %,d lost today", track.failuresSince(midnight), track.triesSince(midnight));
    }

    private String since(Target target) {
        return latency.failure(target) == null
                ? ""
                : " (" + latency.failure(target).outcome().label() + ")";
    }
}
