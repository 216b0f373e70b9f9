package dev.homeport.hosts;

import dev.homeport.answer.NumberParameter;
import dev.homeport.answer.elsewhere.AnyNamespace;
import dev.homeport.answer.elsewhere.StatePart;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.reading.Reading;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The hosts file for programs: JSON, CSV, and what a name means. */
@RestController
class HostsApiController implements StatePart {

    private static final int USUAL_ROWS = 10_000;
    private static final int MOST_ROWS = 100_000;

    private final CurrentHosts hosts;
    private final SystemQuestion system;

    HostsApiController(CurrentHosts hosts, SystemQuestion system) {
        this.hosts = hosts;
        this.system = system;
    }

    @Override
    public String name() {
        return "hosts";
    }

    @Override
    public Object now() {
        return HostsAnswer.of(hosts.own(), HostsSearch.ALL, 0, USUAL_ROWS);
    }

    /** Without {@code limit} the first 10,000 entries: {@code total} tells how many there are. */
    @AnyNamespace
    @GetMapping("/api/hosts")
    HostsAnswer json(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable List<String> q,
            @RequestParam(required = false) @Nullable String offset,
            @RequestParam(required = false) @Nullable String limit) {
        HostsSearch search = HostsSearch.of(q == null ? List.of() : q);
        int from = NumberParameter.parse("offset", offset, 0, 0, Integer.MAX_VALUE);
        int most = NumberParameter.parse("limit", limit, USUAL_ROWS, 1, MOST_ROWS);
        return HostsAnswer.of(hosts.in(parameters), search, from, most);
    }

    /** All entries, and those that are commented out. */
    @AnyNamespace
    @GetMapping("/api/hosts.csv")
    ResponseEntity<String> csv(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable List<String> q) {
        HostsSearch search = HostsSearch.of(q == null ? List.of() : q);
        SeenHosts seen = hosts.in(parameters);
        Reading<Hosts> reading = seen.reading();
        JudgedHosts judged = seen.judged()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.SERVICE_UNAVAILABLE, reading.whyNotFresh().orElse(null)));
        return HostsCsv.of(judged, search, reading.valueTakenAt());
    }

    /** What the resolvers make of the file: computed, nobody is asked. */
    @AnyNamespace
    @GetMapping("/api/hosts/lookup")
    LookupAnswer lookup(@RequestParam MultiValueMap<String, String> parameters) {
        return answer(hosts.in(parameters), LookupName.required(parameters.get("name")), null);
    }

    /** The same for Homeport's own network namespace, and what the system's own resolver says. */
    @AnyNamespace
    @PostMapping("/api/hosts/lookup")
    LookupAnswer ask(@RequestParam MultiValueMap<String, String> parameters) {
        String asked = LookupName.required(parameters.get("name"));
        SeenHosts seen = hosts.in(parameters);
        seen.requireOwn();
        return answer(seen, asked, system.ask(asked));
    }

    private static LookupAnswer answer(SeenHosts seen, String name, SystemQuestion.@Nullable Reply reply) {
        Optional<Lookup> lookup = seen.judged().map(judged -> Lookup.of(judged, name, reply));
        return LookupAnswer.of(seen.reading(), seen.path(), name, lookup, reply);
    }
}
