package dev.homeport.interfaces;

import dev.homeport.answer.LiveFragment;
import dev.homeport.answer.PageQuery;
import dev.homeport.answer.elsewhere.AnyNamespace;
import dev.homeport.answer.elsewhere.EachNamespace;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page {@code /interfaces} and its live fragment. */
@Controller
class InterfacesController {

    /** Counters change all the time: to read those of all namespaces would be dear. */
    private static final Snapshot<Traffic> NOT_COUNTED = new Snapshot<>(
            "namespaces",
            new Reading.Missing<>("Homeport reads the counters of its own network namespace alone."),
            "not-counted");

    private final EachNamespace<Interfaces> interfaces;
    private final CachedCollector<Traffic> traffic;

    InterfacesController(
            CachedCollector<Interfaces> interfaces,
            ObjectProvider<Elsewhere<Interfaces>> elsewhere,
            CachedCollector<Traffic> traffic) {
        this.interfaces = new EachNamespace<>(interfaces::snapshot, elsewhere);
        this.traffic = traffic;
    }

    @AnyNamespace
    @GetMapping("/interfaces")
    String page(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        Seen<Interfaces> seen = interfaces.in(parameters, response);
        fill(seen, traffic(seen), model);
        return "interfaces";
    }

    @AnyNamespace
    @GetMapping(
            path = "/interfaces",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        Seen<Interfaces> seen = interfaces.in(parameters, response);
        Snapshot<Traffic> passed = traffic(seen);
        if (LiveFragment.isCurrent(revision(seen, passed), parameters.getFirst("revision"), response)) {
            return null;
        }
        fill(seen, passed, model);
        return "interfaces :: live";
    }

    private Snapshot<Traffic> traffic(Seen<Interfaces> seen) {
        return seen.isElsewhere() ? NOT_COUNTED : traffic.snapshot();
    }

    private static void fill(Seen<Interfaces> seen, Snapshot<Traffic> traffic, Model model) {
        model.addAttribute(
                "again",
                new PageQuery(Map.of(
                                Elsewhere.PARAMETER,
                                Stream.ofNullable(seen.elsewhere()).toList()))
                        .href("/interfaces"));
        model.addAttribute("page", InterfacesPage.of(seen, traffic));
        model.addAttribute("revision", revision(seen, traffic));
    }

    private static String revision(Seen<Interfaces> interfaces, Snapshot<Traffic> traffic) {
        return InterfacesPage.snapshots(interfaces, traffic).revision();
    }
}
