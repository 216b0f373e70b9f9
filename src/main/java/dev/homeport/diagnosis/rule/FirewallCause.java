package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.examination.TrialText;
import dev.homeport.diagnosis.firewall.Obstacle;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.platform.OsFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cause that lies in the firewall: who is met there, what its rules do, and what lets the port through. */
final class FirewallCause {

    private static final String SOURCE = "rules of nftables, by netlink";

    private final Examination examined;
    private final Target target;
    private final FirewallView view;

    FirewallCause(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
        this.view = new FirewallView(examined);
    }

    /** @param what happens to what is sent there, the end of a sentence */
    Cause of(CauseCode code, Destination destination, Optional<Obstacle> rule, String what) {
        boolean isListening = !destination.sockets().isEmpty();
        boolean isKnown = examined.situation().sockets().latest().isPresent();
        String who = isListening
                ? SocketText.who(destination.sockets().get(0)) + " listens at " + at(destination) + ", and "
                : (isKnown ? "Nothing listens at " : "Who listens is not known at ") + at(destination) + ", and ";
        return new Cause(
                code,
                rule.filter(Obstacle::isCertain).isPresent() ? Confidence.HIGH : Confidence.MEDIUM,
                who + what,
                evidence(destination, rule),
                remedy(destination, rule),
                rule.map(Obstacle::show).orElseGet(examined.commands()::firewall));
    }

    /** {@code 127.0.0.1:3000}. */
    String at(Destination destination) {
        return destination.address().urlText() + ":" + target.port();
    }

    /** What was tried, and what is known of rules. */
    List<Observation> evidence(Destination destination, Optional<Obstacle> rule) {
        List<Observation> evidence = new ArrayList<>(TrialText.evidence(destination, target));
        rule.ifPresent(obstacle ->
                evidence.add(new Observation(obstacle.kind().text() + " in " + obstacle.place(), SOURCE, "R5.45")));
        if (view.firewall().unread() != null) {
            evidence.add(new Observation(
                    "the rules could not be read: " + view.firewall().unread(), SOURCE, "R5.45"));
        }
        if (!view.firewall().legacy().isEmpty()) {
            evidence.add(new Observation(
                    "tables " + String.join(", ", view.firewall().legacy())
                            + " of the older iptables, which Homeport does not read: sudo iptables-legacy-save shows them",
                    "/proc/net/ip_tables_names",
                    "R5.45"));
        }
        return evidence;
    }

    /** All that is certainly in the way, so that what is behind one of them does not show only afterwards. */
    Remedy remedy(Destination destination, Optional<Obstacle> rule) {
        if (examined.situation().os() != OsFamily.LINUX) {
            return Remedy.text("Allow connections to this port in the firewall’s settings.");
        }
        List<String> commands = rule.filter(Obstacle::isCertain).isPresent()
                ? view.obstacles(destination)
                        .filter(Obstacle::isCertain)
                        .flatMap(obstacle -> obstacle.acceptance().stream())
                        .distinct()
                        .toList()
                : rule.flatMap(Obstacle::acceptance).stream().toList();
        return Optional.of(commands)
                .filter(known -> !known.isEmpty())
                .map(
                        known -> new Remedy(
                                known,
                                "lets this one port through on loopback, before the rule comes to decide; it holds until the rules are "
                                        + "loaded again, so write it into their file too",
                                "Whoever wrote the rule meant something by it: see what, before other programs get through as well."))
                .orElse(
                        Remedy.text(
                                "Look for rules that name the port or lo: "
                                        + examined.commands().firewall()
                                        + ", sudo iptables-save. Put one that accepts before the one that does not; do not flush them all."));
    }
}
