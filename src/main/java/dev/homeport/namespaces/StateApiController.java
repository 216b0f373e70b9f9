package dev.homeport.namespaces;

import dev.homeport.answer.elsewhere.StatePart;
import dev.homeport.namespaces.side.LoopbackMark;
import dev.homeport.namespaces.side.StateParser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/state}: all that the API tells, in one answer, to be kept and compared with later, or elsewhere. Its
 * format and version come first; members may be added to a version, and none taken away.
 */
@RestController
class StateApiController {

    private final List<StatePart> parts;
    private final CurrentNamespaces namespaces;
    private final Identity identity;
    private final ObjectProvider<BuildProperties> build;

    StateApiController(
            List<StatePart> parts,
            CurrentNamespaces namespaces,
            Identity identity,
            ObjectProvider<BuildProperties> build) {
        this.parts =
                parts.stream().sorted(Comparator.comparing(StatePart::name)).toList();
        this.namespaces = namespaces;
        this.identity = identity;
        this.build = build;
    }

    @GetMapping("/api/state")
    Map<String, Object> json() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("format", StateParser.FORMAT);
        state.put("version", StateParser.VERSION);
        state.put("takenAt", Instant.now().truncatedTo(ChronoUnit.MILLIS));
        build.ifAvailable(known -> state.put("homeport", known.getVersion()));
        state.put("machine", identity.machine());
        LoopbackMark mark = namespaces.ownMark();
        state.put("loopback", mark == null ? null : mark.word());
        state.put("loopbackLife", mark == null ? null : mark.life());
        parts.forEach(part -> state.put(part.name(), part.now()));
        return state;
    }
}
