package dev.homeport.reading;

import java.time.Duration;

/**
 * How often a reading is taken.
 *
 * @param watched the period while somebody looks
 * @param idle the period while nobody does
 * @param fixed whether the period holds however long a collection takes, because most of that is waiting
 */
public record Pace(Duration watched, Duration idle, boolean fixed) {

    /** A collection may use at most one part in this many of the time, so that a slow source is asked more rarely. */
    private static final int SHARE = 10;

    /** What a collection may last beyond its period before its last value counts as stale. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The kernel answers in milliseconds; an answer that lets wait for so long is none. */
    private static final Duration HANGING = Duration.ofSeconds(3);

    public Pace {
        if (watched.isNegative() || watched.isZero() || idle.compareTo(watched) < 0) {
            throw new IllegalArgumentException("a pace takes 0 < watched <= idle, not " + watched + " and " + idle);
        }
    }

    public Pace(Duration watched, Duration idle) {
        this(watched, idle, false);
    }

    /** A period that nothing changes: what is counted over time needs one. */
    public static Pace fixed(Duration period) {
        return new Pace(period, period, true);
    }

    /**
     * The time from the start of a collection to the start of the next. One slow collection, as the first one is, says
     * little of the source: the shorter of the last two counts.
     *
     * @param took how long the last one took, and {@code before} the one before it; zero when there was none
     */
    public Duration untilNext(Duration took, Duration before, boolean isWatched) {
        Duration period = isWatched ? watched : idle;
        Duration usual = took.compareTo(before) < 0 ? took : before;
        Duration share = usual.multipliedBy(SHARE);
        return !fixed && share.compareTo(period) > 0 ? share : period;
    }

    /** How long a collection may run until its source counts as hanging: longer where that is usual. */
    public Duration hangingAfter(Duration took) {
        Duration usual = took.multipliedBy(3);
        Duration most = fixed ? watched.plus(PATIENCE) : HANGING;
        return usual.compareTo(most) > 0 ? usual : most;
    }

    /** The time after which a reading that was not taken again, whoever watches, is overdue. */
    public Duration overdueAfter(Duration took) {
        return untilNext(took, took, false).plus(PATIENCE);
    }
}
