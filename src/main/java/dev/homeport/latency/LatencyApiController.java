package dev.homeport.latency;

import dev.homeport.answer.BadParameter;
import dev.homeport.latency.probe.Target;
import dev.homeport.reading.CachedCollector;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loopback's latency, for programs. */
@RestController
class LatencyApiController {

    private static final int MOST_MINUTES = 24 * 60;

    private final CachedCollector<Latency> latency;

    LatencyApiController(CachedCollector<Latency> latency) {
        this.latency = latency;
    }

    @GetMapping("/api/latency")
    LatencyAnswer json() {
        return LatencyAnswer.of(latency.snapshot().reading());
    }

    @GetMapping("/api/latency/history")
    HistoryAnswer history(
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String minutes) {
        return HistoryAnswer.of(latency.snapshot().reading(), target(target), Duration.ofMinutes(minutes(minutes)));
    }

    /** @throws BadParameter when it is none of those that there are; unset is TCP over IPv4 */
    static Target target(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return Target.TCP4;
        }
        return Target.of(given.strip())
                .orElseThrow(() -> new BadParameter(
                        "target",
                        given,
                        "one of "
                                + Arrays.stream(Target.values()).map(Target::id).collect(Collectors.joining(", "))));
    }

    private static int minutes(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return 60;
        }
        if (given.matches("\\d{1,4}")) {
            int minutes = Integer.parseInt(given);
            if (1 <= minutes && minutes <= MOST_MINUTES) {
                return minutes;
            }
        }
        throw new BadParameter("minutes", given, "a number from 1 to " + MOST_MINUTES);
    }
}
