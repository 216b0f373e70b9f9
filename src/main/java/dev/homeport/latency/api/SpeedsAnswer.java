package dev.homeport.latency.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.latency.Speed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/latency} of another network namespace: what is measured there now and then.
 *
 * @param namespace which one it is
 * @param targets of those that answered; see {@link Speed}
 */
record SpeedsAnswer(
        @JsonUnwrapped ReadingHead head, @Nullable String namespace, List<SpeedAnswer> targets) {

    /** One of them, with the names of {@link LatencyAnswer}. */
    record SpeedAnswer(
            String id,
            @Nullable String status,
            @Nullable Double p50Micros,
            @Nullable Double p99Micros,
            @Nullable String outcome,
            @Nullable String reason) {

        static SpeedAnswer of(Speed speed) {
            return new SpeedAnswer(
                    speed.target(),
                    speed.status(),
                    speed.p50Micros(),
                    speed.p99Micros(),
                    speed.outcome(),
                    speed.reason());
        }
    }

    static SpeedsAnswer of(Seen<List<Speed>> seen) {
        return new SpeedsAnswer(
                ReadingHead.of(seen.reading()),
                seen.elsewhere(),
                seen.reading().latest().orElse(List.of()).stream()
                        .map(SpeedAnswer::of)
                        .toList());
    }
}
