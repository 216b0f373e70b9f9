package dev.homeport.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a collector knows. A failure is a value like any other: it can be drawn, sent as JSON and tested.
 *
 * @param <T> what is read
 */
public sealed interface Reading<T> {

    /**
     * The last collection succeeded.
     *
     * @param takenAt when it began
     * @param took how long it lasted
     */
    record Fresh<T>(T value, Instant takenAt, Duration took) implements Reading<T> {}

    /**
     * The last collection failed or is overdue; this is the last good value.
     *
     * @param takenAt when that value's collection began
     * @param reason why there is no newer one, as a sentence for the user
     */
    record Stale<T>(T value, Instant takenAt, Duration took, String reason) implements Reading<T> {}

    /**
     * There has never been a value.
     *
     * @param reason why, as a sentence for the user
     */
    record Missing<T>(String reason) implements Reading<T> {}

    /** The last good value, if there ever was one. */
    default Optional<T> latest() {
        if (this instanceof Fresh<T> fresh) {
            return Optional.of(fresh.value());
        }
        return this instanceof Stale<T> stale ? Optional.of(stale.value()) : Optional.empty();
    }

    /** The same reading of what {@code change} makes of the value. */
    default <R> Reading<R> map(Function<T, R> change) {
        if (this instanceof Fresh<T> fresh) {
            return new Fresh<>(change.apply(fresh.value()), fresh.takenAt(), fresh.took());
        } else if (this instanceof Stale<T> stale) {
            return new Stale<>(change.apply(stale.value()), stale.takenAt(), stale.took(), stale.reason());
        }
        return new Missing<>(whyNotFresh().orElse(""));
    }

    /** {@code fresh}, {@code stale} or {@code missing}: the name in JSON. */
    default String state() {
        if (this instanceof Fresh) {
            return "fresh";
        }
        return this instanceof Stale ? "stale" : "missing";
    }

    /** Why this is not fresh. */
    default Optional<String> whyNotFresh() {
        if (this instanceof Stale<T> stale) {
            return Optional.of(stale.reason());
        }
        return this instanceof Missing<T> missing ? Optional.of(missing.reason()) : Optional.empty();
    }

    /** When the value was taken. */
    default Optional<Instant> valueTakenAt() {
        if (this instanceof Fresh<T> fresh) {
            return Optional.of(fresh.takenAt());
        }
        return this instanceof Stale<T> stale ? Optional.of(stale.takenAt()) : Optional.empty();
    }

    /** How long taking the value lasted. */
    default Optional<Duration> valueTook() {
        if (this instanceof Fresh<T> fresh) {
            return Optional.of(fresh.took());
        }
        return this instanceof Stale<T> stale ? Optional.of(stale.took()) : Optional.empty();
    }

    /** The one of two readings that says less: missing before stale before fresh. */
    static Reading<?> lessFresh(Reading<?> one, Reading<?> other) {
        return rank(other) < rank(one) ? other : one;
    }

    private static int rank(Reading<?> reading) {
        if (reading instanceof Missing) {
            return 0;
        }
        return reading instanceof Stale ? 1 : 2;
    }

    /** Whether a reader would see no difference but the time. */
    default boolean saysTheSameAs(Reading<T> other) {
        return latest().equals(other.latest()) && Objects.equals(whyNotFresh(), other.whyNotFresh());
    }

    /** The reading after a failure: the last good value, stale, or still none. */
    default Reading<T> failed(String reason) {
        if (this instanceof Fresh<T> fresh) {
            return new Stale<>(fresh.value(), fresh.takenAt(), fresh.took(), reason);
        }
        if (this instanceof Stale<T> stale) {
            return new Stale<>(stale.value(), stale.takenAt(), stale.took(), reason);
        }
        return new Missing<>(reason);
    }
}
