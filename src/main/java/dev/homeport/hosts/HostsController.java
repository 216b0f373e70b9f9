package dev.homeport.hosts;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.LiveFragment;
import dev.homeport.reading.Snapshot;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page {@code /hosts}, its live fragment, and the question to the system's resolver. */
@Controller
class HostsController {

    private final CurrentHosts hosts;
    private final SystemQuestion system;

    HostsController(CurrentHosts hosts, SystemQuestion system) {
        this.hosts = hosts;
        this.system = system;
    }

    @GetMapping("/hosts")
    String page(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        fill(hosts.snapshot(), parameters, false, model, response);
        return "hosts";
    }

    @GetMapping(
            path = "/hosts",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        Snapshot<Hosts> now = hosts.snapshot();
        if (LiveFragment.isCurrent(now.revision(), parameters.getFirst("revision"), response)) {
            return null;
        }
        fill(now, parameters, false, model, response);
        return "hosts :: live";
    }

    /** The page with what the system's resolver says of {@code name}: it may ask name servers, so this is no GET. */
    @PostMapping("/hosts")
    String ask(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        fill(hosts.snapshot(), parameters, true, model, response);
        return "hosts";
    }

    private void fill(
            Snapshot<Hosts> now,
            MultiValueMap<String, String> parameters,
            boolean ask,
            Model model,
            HttpServletResponse response) {
        HostsPage page;
        try {
            HostsState state = HostsState.of(parameters);
            String name = state.name();
            page = HostsPage.of(hosts, now.reading(), state, ask && name != null ? system.ask(name) : null, null);
        } catch (BadParameter e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            page = HostsPage.of(hosts, now.reading(), HostsState.unfiltered(parameters), null, e.sentence());
        }
        model.addAttribute("page", page);
        model.addAttribute("revision", now.revision());
    }
}
