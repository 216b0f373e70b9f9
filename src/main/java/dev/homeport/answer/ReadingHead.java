package dev.homeport.answer;

import dev.homeport.reading.Reading;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What each JSON answer says of the reading it was made from.
 *
 * @param reading {@code fresh}, {@code stale} or {@code missing}
 * @param takenAt when the value was taken; null when there is none
 * @param tookMillis how long that took; null when there is none
 * @param reason why it is not fresh; null when it is
 */
public record ReadingHead(
        String reading,
        @Nullable Instant takenAt,
        @Nullable Double tookMillis,
        @Nullable String reason) {

    public static ReadingHead of(Reading<?> reading) {
        return new ReadingHead(
                reading.state(),
                reading.valueTakenAt().orElse(null),
                reading.valueTook().map(took -> took.toNanos() / 1e6).orElse(null),
                reading.whyNotFresh().orElse(null));
    }
}
