package dev.homeport.hosts;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.LiveFragment;
import dev.homeport.answer.elsewhere.AnyNamespace;
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

    @AnyNamespace
    @GetMapping("/hosts")
    String page(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        fill(seen(parameters, response), parameters, null, model, response);
        return "hosts";
    }

    @AnyNamespace
    @GetMapping(
            path = "/hosts",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        SeenHosts now = seen(parameters, response);
        if (LiveFragment.isCurrent(now.snapshots().revision(), parameters.getFirst("revision"), response)) {
            return null;
        }
        fill(now, parameters, null, model, response);
        return "hosts :: live";
    }

    /** The page with what the system's resolver says of {@code name}: it may ask name servers, so this is no GET. */
    @AnyNamespace
    @PostMapping("/hosts")
    String ask(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        fill(seen(parameters, response), parameters, system, model, response);
        return "hosts";
    }

    private SeenHosts seen(MultiValueMap<String, String> parameters, HttpServletResponse response) {
        return hosts.in(parameters, response);
    }

    /** @param asked the resolver that is asked too; null for none */
    private static void fill(
            SeenHosts now,
            MultiValueMap<String, String> parameters,
            @Nullable SystemQuestion asked,
            Model model,
            HttpServletResponse response) {
        HostsPage page;
        try {
            HostsState state = HostsState.of(parameters);
            if (asked != null) {
                now.requireOwn();
            }
            String name = state.name();
            page = HostsPage.of(now, state, asked != null && name != null ? asked.ask(name) : null, null);
        } catch (BadParameter e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            page = HostsPage.of(now, HostsState.unfiltered(parameters), null, e.sentence());
        }
        model.addAttribute("page", page);
        model.addAttribute("revision", now.snapshots().revision());
        model.addAttribute("readings", now.snapshots().names());
    }
}
