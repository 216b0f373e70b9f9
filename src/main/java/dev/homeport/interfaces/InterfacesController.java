package dev.homeport.interfaces;

import dev.homeport.answer.LiveFragment;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Snapshot;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page {@code /interfaces} and its live fragment. */
@Controller
class InterfacesController {

    private final CachedCollector<Interfaces> interfaces;
    private final CachedCollector<Traffic> traffic;

    InterfacesController(CachedCollector<Interfaces> interfaces, CachedCollector<Traffic> traffic) {
        this.interfaces = interfaces;
        this.traffic = traffic;
    }

    @GetMapping("/interfaces")
    String page(Model model) {
        fill(interfaces.snapshot(), traffic.snapshot(), model);
        return "interfaces";
    }

    @GetMapping(
            path = "/interfaces",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(@RequestParam(required = false) @Nullable String revision, Model model, HttpServletResponse response) {
        Snapshot<Interfaces> interfacesNow = interfaces.snapshot();
        Snapshot<Traffic> trafficNow = traffic.snapshot();
        if (LiveFragment.isCurrent(revision(interfacesNow, trafficNow), revision, response)) {
            return null;
        }
        fill(interfacesNow, trafficNow, model);
        return "interfaces :: live";
    }

    private static void fill(Snapshot<Interfaces> interfaces, Snapshot<Traffic> traffic, Model model) {
        model.addAttribute("page", InterfacesPage.of(interfaces.reading(), traffic.reading()));
        model.addAttribute("revision", revision(interfaces, traffic));
    }

    private static String revision(Snapshot<Interfaces> interfaces, Snapshot<Traffic> traffic) {
        return interfaces.revision() + "~" + traffic.revision();
    }
}
