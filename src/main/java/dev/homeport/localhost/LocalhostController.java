package dev.homeport.localhost;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.LiveFragment;
import dev.homeport.answer.RowLimit;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page {@code /localhost} and its live fragment. */
@Controller
class LocalhostController {

    private final CurrentLocalhost localhost;

    LocalhostController(CurrentLocalhost localhost) {
        this.localhost = localhost;
    }

    /** @throws BadParameter when {@code limit} is no number of rows */
    @GetMapping("/localhost")
    String page(@RequestParam(required = false) @Nullable String limit, Model model) {
        fill(localhost.now(), limit, model);
        return "localhost";
    }

    @GetMapping(
            path = "/localhost",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String revision,
            Model model,
            HttpServletResponse response) {
        CurrentLocalhost.Moment now = localhost.now();
        if (LiveFragment.isCurrent(now.revision(), revision, response)) {
            return null;
        }
        fill(now, limit, model);
        return "localhost :: live";
    }

    private void fill(CurrentLocalhost.Moment now, @Nullable String limit, Model model) {
        model.addAttribute(
                "page",
                LocalhostPage.of(
                        now,
                        localhost.findingsOfFile(),
                        localhost.findingsOfPorts(now),
                        localhost.path(),
                        localhost.proxies(),
                        RowLimit.parse(limit)));
        model.addAttribute("revision", now.revision());
    }
}
