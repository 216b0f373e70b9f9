package dev.homeport.reading;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a collector's thread left behind, with times by a clock that nobody sets.
 *
 * @param revision how often what it says has changed; 0 until the first collection has ended
 * @param took how long the last collection lasted, whatever became of it
 * @param valueNanos when the collection of its value began
 * @param finishedNanos when the last collection ended
 */
record Taken<T>(Reading<T> reading, long revision, Duration took, long valueNanos, long finishedNanos) {

    /** Before the first collection. */
    static <T> Taken<T> nothing(long now) {
        return new Taken<>(
                new Reading.Missing<>("The first reading has not been taken yet."), 0, Duration.ZERO, now, now);
    }

    /** How old its value is; NaN when there is none. */
    double ageSeconds(long now) {
        return reading.latest().isEmpty() ? Double.NaN : (now - valueNanos) / 1e9;
    }

    /**
     * For how long nothing has come, when that is too long: of a collection that hangs, or of one that never began.
     *
     * @param runningSince when the collection began that is running; null while none is
     */
    Optional<Duration> silence(Pace pace, long now, @Nullable Long runningSince) {
        Duration hanging = Duration.ofNanos(runningSince == null ? 0 : now - runningSince);
        Duration age = Duration.ofNanos(now - finishedNanos);
        if (hanging.compareTo(pace.hangingAfter(took)) > 0) {
            return Optional.of(hanging);
        }
        return age.compareTo(pace.overdueAfter(took)) > 0 ? Optional.of(age) : Optional.empty();
    }
}
