package dev.homeport.latency;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.AnyNamespace;
import dev.homeport.answer.EachNamespace;
import dev.homeport.answer.Elsewhere;
import dev.homeport.answer.ReadingHead;
import dev.homeport.answer.Seen;
import dev.homeport.reading.CachedCollector;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/latency} of another network namespace: what is measured there now and then. */
@RestController
class SpeedsApiController {

    private final EachNamespace<List<Speed>> speeds;

    SpeedsApiController(CachedCollector<Latency> latency, ObjectProvider<Elsewhere<List<Speed>>> elsewhere) {
        this.speeds = Speeds.ofEachNamespace(latency, elsewhere);
    }

    /** @param targets of those that answered; see {@link Speed} */
    record Answer(@JsonUnwrapped ReadingHead head, @Nullable String namespace, List<Target> targets) {

        /** One of them, with the names of {@code /api/latency}. */
        record Target(
                String id,
                @Nullable String status,
                @Nullable Double p50Micros,
                @Nullable String reason) {}
    }

    @AnyNamespace
    @GetMapping(path = "/api/latency", params = Elsewhere.PARAMETER)
    Answer json(@RequestParam MultiValueMap<String, String> parameters) {
        Seen<List<Speed>> seen = speeds.in(parameters);
        return new Answer(
                ReadingHead.of(seen.reading()),
                seen.elsewhere(),
                seen.reading().latest().orElse(List.of()).stream()
                        .map(speed ->
                                new Answer.Target(speed.target(), speed.status(), speed.p50Micros(), speed.reason()))
                        .toList());
    }
}
