package dev.homeport.latency.page;

import dev.homeport.answer.LiveFragment;
import dev.homeport.answer.TooManyRequests;
import dev.homeport.latency.CurrentLatency;
import dev.homeport.latency.LatencyProperties;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.rule.Suspects;
import dev.homeport.latency.run.Run;
import dev.homeport.latency.run.RunParameters;
import dev.homeport.latency.run.Runs;
import dev.homeport.latency.run.Throughputs;
import dev.homeport.net.IpAddress;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page {@code /latency}, its live fragment, and its buttons. */
@Controller
class LatencyController {

    /** The part of the page that a running measurement asks for alone. */
    private static final String OF_RUN = "HX-ProbeTarget=run";

    /** htmx swaps what came, and asks no more. */
    private static final int STOP_POLLING = 286;

    private final CurrentLatency latency;
    private final LatencyProperties thresholds;
    private final Suspects suspects;
    private final Runs runs;
    private final Throughputs throughputs;

    LatencyController(
            CurrentLatency latency,
            LatencyProperties thresholds,
            Suspects suspects,
            Runs runs,
            Throughputs throughputs) {
        this.latency = latency;
        this.thresholds = thresholds;
        this.suspects = suspects;
        this.runs = runs;
        this.throughputs = throughputs;
    }

    @GetMapping("/latency")
    String page(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        fill(latency.now(), LatencyChoice.of(parameters), model);
        return "latency";
    }

    @GetMapping(
            path = "/latency",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        CurrentLatency.Moment now = latency.now();
        if (LiveFragment.isCurrent(now.revision(), parameters.getFirst("revision"), response)) {
            return null;
        }
        fill(now, LatencyChoice.of(parameters), model);
        return "latency :: live";
    }

    /** How a run goes, for the page that shows it. */
    @GetMapping(
            path = "/latency",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED, OF_RUN})
    String progress(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        LatencyChoice choice = LatencyChoice.of(parameters);
        RunView run = run(choice);
        if (run == null || !run.isRunning()) {
            response.setStatus(STOP_POLLING);
        }
        model.addAttribute("choice", choice);
        model.addAttribute("run", run);
        return "latency/demand :: run";
    }

    @PostMapping(path = "/latency", params = "do=run")
    String start(@RequestParam MultiValueMap<String, String> parameters) {
        LatencyChoice choice = LatencyChoice.of(parameters);
        ProbeTarget target = RunParameters.target(parameters.getFirst("target"));
        int count = RunParameters.count(parameters.getFirst("count"));
        try {
            return "redirect:" + choice.withRun(runs.start(target, count).id()).href() + "#run-title";
        } catch (TooManyRequests e) {
            return refused(choice, "#run-title");
        }
    }

    @PostMapping(path = "/latency", params = "do=cancel")
    String cancel(@RequestParam MultiValueMap<String, String> parameters) {
        LatencyChoice choice = LatencyChoice.of(parameters);
        if (choice.run() != null) {
            runs.of(choice.run()).ifPresent(Run::cancel);
        }
        return "redirect:" + choice.href() + "#run-title";
    }

    @PostMapping(path = "/latency", params = "do=throughput")
    String throughput(@RequestParam MultiValueMap<String, String> parameters) {
        LatencyChoice choice = LatencyChoice.of(parameters);
        IpAddress address = RunParameters.address(parameters.getFirst("address"));
        try {
            throughputs.test(address);
            return "redirect:" + choice.href() + "#throughput-title";
        } catch (TooManyRequests e) {
            return refused(choice, "#demand-title");
        }
    }

    /** The page, with the measurement that is under way, and a word about it. */
    private String refused(LatencyChoice choice, String anchor) {
        LatencyChoice shown =
                runs.running().map(run -> choice.withRun(run.id())).orElse(choice);
        return "redirect:" + shown.asRefused().href() + anchor;
    }

    private void fill(CurrentLatency.Moment now, LatencyChoice choice, Model model) {
        model.addAttribute("page", LatencyPage.of(now, choice, thresholds, suspects));
        model.addAttribute("revision", now.revision());
        model.addAttribute("choice", choice);
        model.addAttribute("run", run(choice));
        model.addAttribute("throughput", throughputs.last());
    }

    private @Nullable RunView run(LatencyChoice choice) {
        return choice.run() == null
                ? null
                : runs.of(choice.run()).map(RunView::of).orElse(null);
    }
}
