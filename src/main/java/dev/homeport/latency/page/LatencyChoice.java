package dev.homeport.latency.page;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.ChoiceParameter;
import dev.homeport.answer.PageQuery;
import dev.homeport.latency.probe.ProbeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the reader of the page chose: parameters of its address.
 *
 * @param kind whose charts are shown
 * @param range how far back they go
 * @param run whose result is shown; null when none was chosen
 * @param refused whether a measurement was asked for while there was another
 */
record LatencyChoice(ProbeKind kind, Range range, @Nullable String run, boolean refused) {

    private static final String PATH = "/latency";

    /** @throws BadParameter when one of them makes no sense */
    static LatencyChoice of(MultiValueMap<String, String> parameters) {
        String run = parameters.getFirst("run");
        return new LatencyChoice(
                kind(parameters.getFirst("kind")),
                Range.of(parameters.getFirst("range")),
                run == null || run.isBlank() ? null : run,
                parameters.containsKey("refused"));
    }

    private static ProbeKind kind(@Nullable String given) {
        return ChoiceParameter.parse("kind", given, ProbeKind.values(), ProbeKind::text)
                .orElse(ProbeKind.TCP);
    }

    /** The same with the result of that run. */
    LatencyChoice withRun(String id) {
        return new LatencyChoice(kind, range, id, false);
    }

    /** The same, saying that one at a time is measured. */
    LatencyChoice asRefused() {
        return new LatencyChoice(kind, range, run, true);
    }

    /** The page's address as it is. */
    public String href() {
        return query().href(PATH);
    }

    /** The same with another kind. */
    public String href(ProbeKind other) {
        return query().without(List.of("refused"))
                .with("kind", List.of(other.text()))
                .href(PATH);
    }

    /** The same with another range. */
    public String href(Range other) {
        return query().without(List.of("refused"))
                .with("range", List.of(other.id()))
                .href(PATH);
    }

    private PageQuery query() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("kind", List.of(kind.text()));
        parameters.put("range", List.of(range.id()));
        parameters.put("run", run == null ? List.of() : List.of(run));
        parameters.put("refused", refused ? List.of("1") : List.of());
        return new PageQuery(parameters);
    }
}
