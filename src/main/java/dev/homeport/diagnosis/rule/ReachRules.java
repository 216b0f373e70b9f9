package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.examination.Examination;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Why a program on this machine does not reach a target: all rules for that, in the order of DOMAIN R9.1. */
public final class ReachRules {

    private final Examination examined;

    public ReachRules(Examination examined) {
        this.examined = examined;
    }

    /** In the order of the reasoning; the caller may add to them, and take from them. */
    public List<Cause> causes() {
        List<Cause> causes = new ArrayList<>(new MeaningRules(examined).causes());
        List<Cause> loopback = new SelfTestRules(examined).causes();
        boolean isLoopbackBroken = loopback.stream().anyMatch(cause -> cause.confidence() == Confidence.HIGH);
        List<Cause> seenOnTheWay = Stream.of(
                        new RouteRules(examined).causes(),
                        new ProcessRules(examined).causes(),
                        new FirewallRules(examined).causes(),
                        new AttemptRules(examined).causes(),
                        new SpeechRules(examined).causes())
                .flatMap(List::stream)
                // Where the interface itself is broken, that a packet is lost says nothing of a firewall.
                .filter(cause -> !isLoopbackBroken || cause.confidence() == Confidence.HIGH)
                .toList();
        // What was seen at this port says more than what the self-test of loopback concludes from another one.
        loopback.stream()
                .filter(cause -> seenOnTheWay.stream().noneMatch(seen -> seen.code() == cause.code()))
                .forEach(causes::add);
        causes.addAll(seenOnTheWay);
        causes.addAll(new ClientRules(examined).causes());
        causes.addAll(new ListenerRules(examined).causes());
        return causes;
    }
}
