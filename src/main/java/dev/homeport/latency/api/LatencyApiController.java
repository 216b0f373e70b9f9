package dev.homeport.latency.api;

import dev.homeport.answer.elsewhere.AnyNamespace;
import dev.homeport.answer.elsewhere.EachNamespace;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.answer.elsewhere.StatePart;
import dev.homeport.latency.CurrentLatency;
import dev.homeport.latency.Latency;
import dev.homeport.latency.Speed;
import dev.homeport.latency.Speeds;
import dev.homeport.latency.run.RunParameters;
import dev.homeport.reading.CachedCollector;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loopback's latency, for programs. */
@RestController
class LatencyApiController implements StatePart {

    private static final int MOST_MINUTES = 24 * 60;

    private final CurrentLatency latency;
    private final EachNamespace<List<Speed>> speeds;

    LatencyApiController(
            CurrentLatency latency, CachedCollector<Latency> own, ObjectProvider<Elsewhere<List<Speed>>> elsewhere) {
        this.latency = latency;
        this.speeds = Speeds.ofEachNamespace(own, elsewhere);
    }

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public Object now() {
        return own();
    }

    /** A {@link LatencyAnswer}; of another network namespace a {@link SpeedsAnswer}, since less is measured there. */
    @AnyNamespace
    @GetMapping("/api/latency")
    Object json(@RequestParam MultiValueMap<String, String> parameters) {
        Seen<List<Speed>> seen = speeds.in(parameters);
        return seen.isElsewhere() ? SpeedsAnswer.of(seen) : own();
    }

    private LatencyAnswer own() {
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
