package dev.homeport.web.overview;

import dev.homeport.answer.LiveFragment;
import dev.homeport.platform.Limit;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.ListeningSockets;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page {@code /} and its live fragment. */
@Controller
class OverviewController {

    private final CachedCollector<ListeningSockets> sockets;
    private final CachedCollector<Vantage> vantage;

    OverviewController(CachedCollector<ListeningSockets> sockets, CachedCollector<Vantage> vantage) {
        this.sockets = sockets;
        this.vantage = vantage;
    }

    @GetMapping("/")
    String page(Model model) {
        fill(sockets.snapshot(), vantage.snapshot(), model);
        return "overview";
    }

    @GetMapping(
            path = "/",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(@RequestParam(required = false) @Nullable String revision, Model model, HttpServletResponse response) {
        Snapshot<ListeningSockets> socketsNow = sockets.snapshot();
        Snapshot<Vantage> vantageNow = vantage.snapshot();
        if (LiveFragment.isCurrent(revision(socketsNow, vantageNow), revision, response)) {
            return null;
        }
        fill(socketsNow, vantageNow, model);
        return "overview :: live";
    }

    private static void fill(Snapshot<ListeningSockets> sockets, Snapshot<Vantage> vantage, Model model) {
        Overview overview = Overview.of(sockets.reading(), vantage.reading());
        model.addAttribute("overview", overview);
        model.addAttribute("revision", revision(sockets, vantage));
        model.addAttribute(
                "place", vantage.reading().latest().map(Overview::place).orElse(null));
        model.addAttribute("limits", limits(sockets, vantage));
    }

    private static List<Limit> limits(Snapshot<ListeningSockets> sockets, Snapshot<Vantage> vantage) {
        return VantageAnswer.limits(vantage.reading(), sockets.reading());
    }

    private static String revision(Snapshot<ListeningSockets> sockets, Snapshot<Vantage> vantage) {
        return sockets.revision() + "~" + vantage.revision();
    }
}
