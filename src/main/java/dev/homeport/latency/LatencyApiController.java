package dev.homeport.latency;

import dev.homeport.answer.StatePart;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loopback's latency, for programs. */
@RestController
class LatencyApiController implements StatePart {

    private static final int MOST_MINUTES = 24 * 60;

    private final CurrentLatency latency;

    LatencyApiController(CurrentLatency latency) {
        this.latency = latency;
    }

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public Object now() {
        return json();
    }

    @GetMapping("/api/latency")
    LatencyAnswer json() {
        return LatencyAnswer.of(latency.now().latency().reading());
    }

    @GetMapping("/api/latency/history")
    HistoryAnswer history(
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String minutes) {
        return HistoryAnswer.of(
                latency.now().latency().reading(),
                RunParameters.target(target),
                Duration.ofMinutes(RunParameters.number("minutes", minutes, 60, 1, MOST_MINUTES)));
    }

    @GetMapping("/api/latency/counters")
    CountersAnswer counters() {
        return CountersAnswer.of(latency.now().counters().reading());
    }
}
