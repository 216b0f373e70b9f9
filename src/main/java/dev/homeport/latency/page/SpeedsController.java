package dev.homeport.latency.page;

import dev.homeport.answer.LiveFragment;
import dev.homeport.answer.elsewhere.AnyNamespace;
import dev.homeport.answer.elsewhere.EachNamespace;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.latency.Latency;
import dev.homeport.latency.Speed;
import dev.homeport.latency.Speeds;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /latency} of another network namespace, where Homeport measures now and then instead of all the time. */
@Controller
class SpeedsController {

    private final EachNamespace<List<Speed>> speeds;

    SpeedsController(CachedCollector<Latency> latency, ObjectProvider<Elsewhere<List<Speed>>> elsewhere) {
        this.speeds = Speeds.ofEachNamespace(latency, elsewhere);
    }

    @AnyNamespace
    @GetMapping(path = "/latency", params = Elsewhere.PARAMETER)
    String page(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        Seen<List<Speed>> seen = speeds.in(parameters, response);
        if (!seen.isElsewhere()) {
            return "redirect:/latency";
        }
        fill(seen, model);
        return "speeds";
    }

    @AnyNamespace
    @GetMapping(
            path = "/latency",
            params = Elsewhere.PARAMETER,
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        Seen<List<Speed>> seen = speeds.in(parameters, response);
        if (!seen.isElsewhere()) {
            return "redirect:/latency";
        }
        if (LiveFragment.isCurrent(seen.revision(), parameters.getFirst("revision"), response)) {
            return null;
        }
        fill(seen, model);
        return "speeds :: live";
    }

    /** Beside the times there stand the times here: the same machine, and so the same processors. */
    private void fill(Seen<List<Speed>> seen, Model model) {
        Reading<List<Speed>> here = speeds.own().reading();
        model.addAttribute("page", SpeedsPage.of(seen, here));
        model.addAttribute("revision", seen.revision());
    }
}
