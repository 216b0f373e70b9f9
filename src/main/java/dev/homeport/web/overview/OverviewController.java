package dev.homeport.web.overview;

import dev.homeport.addresses.CurrentMap;
import dev.homeport.answer.LiveFragment;
import dev.homeport.finding.AllFindings;
import dev.homeport.finding.Finding;
import dev.homeport.health.expectation.CurrentExpectations;
import dev.homeport.hosts.CurrentHosts;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.rule.LoopbackSentence;
import dev.homeport.platform.Limit;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.reading.Snapshots;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
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
    private final CachedCollector<Interfaces> interfaces;
    private final CurrentHosts hosts;
    private final CurrentMap map;
    private final AllFindings findings;
    private final LoopbackSentence loopback;
    private final CurrentExpectations expectations;

    OverviewController(
            CachedCollector<ListeningSockets> sockets,
            CachedCollector<Vantage> vantage,
            CachedCollector<Interfaces> interfaces,
            CurrentHosts hosts,
            CurrentMap map,
            AllFindings findings,
            LoopbackSentence loopback,
            CurrentExpectations expectations) {
        this.sockets = sockets;
        this.vantage = vantage;
        this.interfaces = interfaces;
        this.hosts = hosts;
        this.map = map;
        this.findings = findings;
        this.loopback = loopback;
        this.expectations = expectations;
    }

    /**
     * What one drawing of the page is made from.
     *
     * @param loopback whether it works, a sentence
     */
    private record Moment(
            Snapshot<ListeningSockets> sockets,
            Snapshot<Vantage> vantage,
            Snapshot<Interfaces> interfaces,
            Snapshot<Hosts> hosts,
            Optional<LoopbackSentence.Said> loopback,
            List<Finding> findings,
            CurrentExpectations.Moment expectations) {

        /** Measured times change with each round: what counts is whether that changes a word of this page. */
        String revision() {
            List<String> words = findings.stream()
                    .map(finding -> finding.key() + finding.message())
                    .toList();
            return shown().revision() + "~" + Integer.toHexString(Objects.hash(loopback, words, expectations.judged()));
        }

        /** What the page shows itself, beside the words that follow from these and others. */
        private Snapshots shown() {
            return Snapshots.of(sockets, vantage, interfaces, hosts);
        }
    }

    private Moment now() {
        return new Moment(
                sockets.snapshot(),
                vantage.snapshot(),
                interfaces.snapshot(),
                hosts.snapshot(),
                loopback.now(),
                findings.now(),
                expectations.now());
    }

    @GetMapping("/")
    String page(Model model) {
        fill(now(), model);
        return "overview";
    }

    @GetMapping(
            path = "/",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(@RequestParam(required = false) @Nullable String revision, Model model, HttpServletResponse response) {
        Moment now = now();
        if (LiveFragment.isCurrent(now.revision(), revision, response)) {
            return null;
        }
        fill(now, model);
        return "overview :: live";
    }

    private void fill(Moment now, Model model) {
        Reading<Vantage> seenFrom = now.vantage().reading();
        model.addAttribute("overview", Overview.of(now.sockets().reading(), seenFrom, reachability(now)));
        model.addAttribute("findings", now.findings());
        model.addAttribute("expectations", now.expectations().judged());
        model.addAttribute("baseline", now.expectations().baseline());
        model.addAttribute("loopback", now.loopback().orElse(null));
        model.addAttribute(
                "unread", findings.worstReading().flatMap(Reading::whyNotFresh).orElse(null));
        model.addAttribute("revision", now.revision());
        model.addAttribute("readings", readings(now));
        model.addAttribute("place", seenFrom.latest().map(Overview::place).orElse(null));
        model.addAttribute("limits", limits(now.sockets(), now.vantage()));
    }

    /** All that can change a word of the page. */
    private String readings(Moment now) {
        return now.shown()
                .and(List.of(loopback.snapshot()))
                .and(findings.snapshots())
                .and(now.expectations().snapshots())
                .names();
    }

    /** Where the addresses of this machine are not known, bind addresses alone tell. */
    private Predicate<ListeningSocket> reachability(Moment now) {
        Optional<Interfaces> known = now.interfaces().reading().latest();
        Optional<ListeningSockets> listening = now.sockets().reading().latest();
        return known.isPresent() && listening.isPresent()
                ? map.reachability(known.get(), listening.get())
                : ListeningSocket::isReachableFromElsewhere;
    }

    private static List<Limit> limits(Snapshot<ListeningSockets> sockets, Snapshot<Vantage> vantage) {
        return VantageAnswer.limits(vantage.reading(), sockets.reading());
    }
}
