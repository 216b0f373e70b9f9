package dev.homeport.latency.clockwork;

import java.time.Duration;

/**
 * How well a schedule was kept since Homeport started.
 *
 * @param rounds that were measured
 * @param late how many of these began noticeably later than they were due
 * @param missed how many were not measured at all, because the one before took too long or the machine stood still
 * @param latest the longest delay of one that was measured
 */
public record Punctuality(long rounds, long late, long missed, Duration latest) {

    /** A delay that a person would notice. */
    public static final Duration NOTICEABLE = Duration.ofMillis(100);

    static final Punctuality NEW = new Punctuality(0, 0, 0, Duration.ZERO);

    Punctuality and(Duration delay, int missedBefore) {
        return new Punctuality(
                rounds + 1,
                late + (delay.compareTo(NOTICEABLE) > 0 ? 1 : 0),
                missed + missedBefore,
                delay.compareTo(latest) > 0 ? delay : latest);
    }

    /** Both together. */
    public Punctuality and(Punctuality other) {
        return new Punctuality(
                rounds + other.rounds,
                late + other.late,
                missed + other.missed,
                latest.compareTo(other.latest) > 0 ? latest : other.latest);
    }
}
