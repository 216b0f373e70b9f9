package dev.homeport.localhost;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.LiveFragment;
import dev.homeport.answer.RowLimit;
import dev.homeport.latency.rule.LoopbackSentence;
import dev.homeport.latency.rule.LoopbackSentence.Said;
import dev.homeport.reading.Snapshots;
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
    private final LoopbackSentence loopback;

    LocalhostController(CurrentLocalhost localhost, LoopbackSentence loopback) {
        this.localhost = localhost;
        this.loopback = loopback;
    }

    /** @throws BadParameter when {@code limit} is no number of rows */
    @GetMapping("/localhost")
    String page(@RequestParam(required = false) @Nullable String limit, Model model) {
        fill(localhost.now(), silence(), limit, model);
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
        Said silence = silence();
        if (LiveFragment.isCurrent(revision(now, silence), revision, response)) {
            return null;
        }
        fill(now, silence, limit, model);
        return "localhost :: live";
    }

    /** What is said of a loopback that does not answer, where no prediction holds; null while it does. */
    private @Nullable Said silence() {
        return loopback.now().filter(said -> said.silent() != null).orElse(null);
    }

    private static String revision(CurrentLocalhost.Moment now, @Nullable Said silence) {
        return silence == null ? now.revision() : now.revision() + "~" + silence.silent();
    }

    private void fill(CurrentLocalhost.Moment now, @Nullable Said silence, @Nullable String limit, Model model) {
        model.addAttribute(
                "page",
                LocalhostPage.of(
                        now,
                        localhost.findingsOfFile(),
                        localhost.findingsOfPorts(now),
                        localhost.path(),
                        localhost.proxies(),
                        RowLimit.parse(limit)));
        model.addAttribute("silence", silence);
        model.addAttribute(
                "readings",
                Snapshots.of(now.hosts(), now.sockets(), loopback.snapshot()).names());

        model.addAttribute("revision", revision(now, silence));
    }
}
