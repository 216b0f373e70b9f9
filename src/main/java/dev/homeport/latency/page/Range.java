package dev.homeport.latency.page;

import dev.homeport.answer.BadParameter;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How far back the page's charts go. */
enum Range {
    TEN_MINUTES("10m", "10 minutes", Duration.ofMinutes(10)),
    HOUR("1h", "1 hour", Duration.ofHours(1)),
    DAY("24h", "24 hours", Duration.ofHours(24));

    private final String id;
    private final String label;
    private final Duration duration;

    Range(String id, String label, Duration duration) {
        this.id = id;
        this.label = label;
        this.duration = duration;
    }

    /** @throws BadParameter when it is none of those that there are; unset is ten minutes */
    static Range of(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return TEN_MINUTES;
        }
        return Arrays.stream(values())
                .filter(range -> range.id.equals(given.strip()))
                .findFirst()
                .orElseThrow(() -> new BadParameter("range", given, "10m, 1h or 24h"));
    }

    /** The word in the page's address. */
    public String id() {
        return id;
    }

    /** The words on the page. */
    public String label() {
        return label;
    }

    public Duration duration() {
        return duration;
    }
}
