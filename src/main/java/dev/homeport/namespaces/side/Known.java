package dev.homeport.namespaces.side;

import dev.homeport.reading.Collector;
import dev.homeport.reading.Reading;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something, or why it is not known.
 *
 * @param value null when it is not known
 * @param reason why, a sentence; null when it is known
 */
public record Known<T>(@Nullable T value, @Nullable String reason) {

    public static <T> Known<T> of(T value) {
        return new Known<>(value, null);
    }

    public static <T> Known<T> not(String reason) {
        return new Known<>(null, reason);
    }

    /** The last good value of {@code reading}, however old. */
    public static <T> Known<T> of(Reading<T> reading) {
        return new Known<>(reading.latest().orElse(null), reading.whyNotFresh().orElse(null));
    }

    /** What {@code collector} finds now. */
    public static <T> Known<T> collected(Collector<T> collector) {
        try {
            return of(collector.collect());
        } catch (NoSuchFileException e) {
            return not("It ended while it was read: there is no " + e.getFile() + " any more.");
        } catch (Exception e) {
            return not(String.valueOf(e.getMessage()));
        }
    }

    /** What {@code change} makes of it, or the same reason. */
    public <R> Known<R> map(Function<T, R> change) {
        return new Known<>(value == null ? null : change.apply(value), reason);
    }

    public Optional<T> get() {
        return Optional.ofNullable(value);
    }

    /** As a part of {@code whole}, which was read at one time. */
    public Reading<T> in(Reading<?> whole) {
        if (value == null) {
            return new Reading.Missing<>(reason == null ? "" : reason);
        } else if (whole instanceof Reading.Fresh<?> fresh) {
            return new Reading.Fresh<>(value, fresh.takenAt(), fresh.took());
        } else if (whole instanceof Reading.Stale<?> stale) {
            return new Reading.Stale<>(value, stale.takenAt(), stale.took(), stale.reason());
        }
        return new Reading.Missing<>(whole.whyNotFresh().orElse(""));
    }
}
