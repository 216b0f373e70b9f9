package dev.homeport.health.indicator;

import dev.homeport.answer.Decimals;
import dev.homeport.answer.ReadingHead;
import dev.homeport.finding.Fix;
import dev.homeport.health.Explanation;
import dev.homeport.reading.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * The details of a component: the same keys whatever its status, in one order. Numbers are numbers, times ISO 8601; what is
 * not known is null.
 */
final class Details {

    private final Map<String, @Nullable Object> details = new LinkedHashMap<>();

    /** Begins with how fresh the reading is that they are from, and how long it took. */
    static Details of(Reading<?> reading) {
        ReadingHead head = ReadingHead.of(reading);
        return new Details()
                .with("reading", head.reading())
                .with("reason", head.reason())
                .with("takenAt", head.takenAt())
                .with("tookMillis", head.tookMillis() == null ? null : rounded(head.tookMillis()));
    }

    Details with(String key, @Nullable Object value) {
        details.put(key, value);
        return this;
    }

    /** What is concluded, and what mends it: a command with a note, or a note alone. */
    Details with(@Nullable Explanation explanation) {
        Optional<Explanation> known = Optional.ofNullable(explanation);
        Optional<Fix> fix = known.map(Explanation::fix);
        Optional<String> command = fix.map(Fix::command);
        Optional<String> note = fix.map(Fix::note);
        return with("cause", known.map(concluded -> concluded.cause().name()).orElse(null))
                .with("meaning", known.map(Explanation::meaning).orElse(null))
                .with("fix", command.or(() -> note).orElse(null))
                .with("fixNote", command.flatMap(given -> note).orElse(null));
    }

    /** All of them, for where they are a part of other details. */
    Map<String, @Nullable Object> all() {
        return details;
    }

    Health as(Status status) {
        return new Health.Builder(status, details).build();
    }

    /** Numbers with two digits after the point; null for what is no number. */
    static @Nullable Double rounded(double value) {
        return Decimals.roundOrNull(value, 2);
    }
}
