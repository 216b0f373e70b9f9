package dev.homeport.latency.api;

import dev.homeport.answer.BadParameter;
import dev.homeport.latency.run.Run;
import dev.homeport.latency.run.RunParameters;
import dev.homeport.latency.run.Runs;
import dev.homeport.latency.run.Throughputs;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Measurements on demand, for programs. */
@RestController
class RunsApiController {

    private final Runs runs;
    private final Throughputs throughputs;

    RunsApiController(Runs runs, Throughputs throughputs) {
        this.runs = runs;
        this.throughputs = throughputs;
    }

    /** Begins a run: 202, and where to look how it goes. */
    @PostMapping("/api/latency/runs")
    ResponseEntity<RunAnswer> start(
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String count) {
        Run run = runs.start(RunParameters.target(target), RunParameters.count(count));
        return ResponseEntity.accepted()
                .location(URI.create("/api/latency/runs/" + run.id()))
                .body(RunAnswer.of(run));
    }

    @GetMapping("/api/latency/runs/{id}")
    RunAnswer run(@PathVariable String id) {
        return RunAnswer.of(known(id));
    }

    /** Ends it; one that has ended already stays as it is. */
    @DeleteMapping("/api/latency/runs/{id}")
    RunAnswer cancel(@PathVariable String id) {
        Run run = known(id);
        run.cancel();
        return RunAnswer.of(run);
    }

    private Run known(String id) {
        return runs.of(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no such run: the last ten are kept, until Homeport ends."));
    }

    /**
     * Sends as much as goes through, for less than three seconds, and then answers.
     *
     * @throws BadParameter when the address is none of the two
     */
    @PostMapping("/api/latency/throughput")
    ThroughputAnswer throughput(@RequestParam(required = false) @Nullable String address) {
        return ThroughputAnswer.of(throughputs.test(RunParameters.address(address)));
    }
}
