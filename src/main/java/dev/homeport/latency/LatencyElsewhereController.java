package dev.homeport.latency;

import dev.homeport.answer.EachNamespace;
import dev.homeport.answer.Elsewhere;
import dev.homeport.answer.LiveFragment;
import dev.homeport.answer.Seen;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /latency} of another network namespace, where Homeport measures now and then instead of all the time. */
@Controller
class LatencyElsewhereController {

    private final EachNamespace<List<Speed>> speeds;

    LatencyElsewhereController(CachedCollector<Latency> latency, ObjectProvider<Elsewhere<List<Speed>>> elsewhere) {
        this.speeds = new EachNamespace<>(() -> speeds(latency.snapshot()), elsewhere);
    }

    private static Snapshot<List<Speed>> speeds(Snapshot<Latency> now) {
        return new Snapshot<>(now.name(), now.reading().map(Speeds::of), now.revision());
    }

    @GetMapping(path = "/latency", params = Elsewhere.PARAMETER)
    String page(@RequestParam String namespace, Model model, HttpServletResponse response) {
        Seen<List<Speed>> seen = speeds.in(namespace, response);
        if (!seen.isElsewhere()) {
            return "redirect:/latency";
        }
        fill(seen, model);
        return "latency-elsewhere";
    }

    @GetMapping(
            path = "/latency",
            params = Elsewhere.PARAMETER,
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(
            @RequestParam String namespace,
            @RequestParam(required = false) @Nullable String revision,
            Model model,
            HttpServletResponse response) {
        Seen<List<Speed>> seen = speeds.in(namespace, response);
        if (LiveFragment.isCurrent(seen.revision(), revision, response)) {
            return null;
        }
        fill(seen, model);
        return "latency-elsewhere :: live";
    }

    /** Beside the times there stand the times here: the same machine, and so the same processors. */
    private void fill(Seen<List<Speed>> seen, Model model) {
        Reading<List<Speed>> here = speeds.in(null).reading();
        model.addAttribute("page", SpeedsPage.of(seen, here));
        model.addAttribute("revision", seen.revision());
    }
}
