package dev.homeport.latency.page;

import dev.homeport.latency.Latency;
import dev.homeport.latency.Latency.Status;
import dev.homeport.latency.history.Distribution;
import dev.homeport.latency.history.Track;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.net.CountText;
import dev.homeport.net.DurationText;
import java.time.Instant;
import java.time.ZoneId;

/** Loopback's latency in a sentence: round trips over TCP, the last minute. */
final class Headline {

    /** Within a quarter nobody calls two times different, nor where they differ by less than that. */
    private static final double ALIKE = 0.25;

    /** The slowest of a few samples differ more by chance. */
    private static final double ALIKE_AT_WORST = 2;

    private static final double ALIKE_MICROS = 5;

    private final Latency latency;
    private final Instant midnight;

    /** @param zone whose day “today” is */
    Headline(Latency latency, ZoneId zone) {
        this.latency = latency;
        this.midnight =
                latency.at().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /** {@code 127.0.0.1 answers in 21 µs, the slowest of 60 in 95 µs, 0 of 8,640 lost today; ::1 the same}. */
    String sentence() {
        return first() + "; " + second();
    }

    private String first() {
        Distribution now = latency.now(ProbeTarget.TCP4);
        if (!latency.is(Status.OK, ProbeTarget.TCP4)) {
            return "127.0.0.1 does not answer" + since(ProbeTarget.TCP4);
        } else if (now.isEmpty()) {
            return "127.0.0.1 has not been measured in the last minute";
        }
        return "127.0.0.1 answers in " + times(now) + ", " + lost(ProbeTarget.TCP4);
    }

    private String second() {
        if (latency.is(Status.UNAVAILABLE, ProbeTarget.TCP6)) {
            return "::1 is not there";
        } else if (!latency.is(Status.OK, ProbeTarget.TCP6)) {
            return "::1 does not answer" + since(ProbeTarget.TCP6);
        }
        Distribution ipv4 = latency.now(ProbeTarget.TCP4);
        Distribution ipv6 = latency.now(ProbeTarget.TCP6);
        if (ipv6.isEmpty()) {
            return "::1 has not been measured in the last minute";
        }
        boolean alike = isAlike(ipv4.p50Micros(), ipv6.p50Micros(), ALIKE)
                && isAlike(ipv4.p99Micros(), ipv6.p99Micros(), ALIKE_AT_WORST);
        return alike ? "::1 the same" : "::1 in " + times(ipv6);
    }

    private static boolean isAlike(double one, double other, double part) {
        return Math.abs(one - other) <= Math.max(ALIKE_MICROS, part * Math.min(one, other));
    }

    private static String times(Distribution now) {
        String tail = now.isEnoughForP99() ? "99 of 100 within " : "the slowest of " + now.samples() + " in ";
        return DurationText.roundedMicros(now.p50Micros()) + ", " + tail + DurationText.roundedMicros(now.p99Micros());
    }

    private String lost(ProbeTarget target) {
        Track track = latency.track(target);
        return CountText.of(track.failuresSince(midnight)) + " of " + CountText.of(track.triesSince(midnight))
                + " lost today";
    }

    private String since(ProbeTarget target) {
        return latency.failure(target) == null
                ? ""
                : " (" + latency.failure(target).outcome().label() + ")";
    }
}
