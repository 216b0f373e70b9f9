package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.TrialText;
import dev.homeport.diagnosis.firewall.Firewall;
import dev.homeport.diagnosis.firewall.Obstacle;
import dev.homeport.diagnosis.firewall.Verdict;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.diagnosis.situation.Trials;
import dev.homeport.platform.OsFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of the firewall's rules on the way to a destination, as evidence and as a remedy (DOMAIN R5.45). */
final class FirewallView {

    private static final String SOURCE = "rules of nftables, by netlink";

    private final Examination examined;
    private final Target target;

    FirewallView(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    private Firewall firewall() {
        return Optional.ofNullable(examined.situation().trials())
                .map(Trials::firewall)
                .orElse(Firewall.NOT_READ);
    }

    /** The first of these kinds, a certain one if there is one. */
    Optional<Obstacle> obstacle(Destination destination, Set<Verdict.Kind> kinds) {
        return obstacles(destination)
                .filter(obstacle -> kinds.contains(obstacle.kind()))
                .findFirst();
    }

    /** All that is known to be in the way, or may be. */
    Stream<Obstacle> obstacles(Destination destination) {
        return examined.obstacles(destination.address()).stream();
    }

    /** Whether all rules are known that could matter, but for those of devices. */
    boolean isRead() {
        return firewall().rules() != null && firewall().legacy().isEmpty();
    }

    /** What was tried, and what is known of rules. */
    List<Observation> evidence(Destination destination, Optional<Obstacle> rule) {
        List<Observation> evidence = new ArrayList<>(TrialText.evidence(destination, target));
        rule.ifPresent(obstacle ->
                evidence.add(new Observation(obstacle.kind().text() + " in " + obstacle.place(), SOURCE, "R5.45")));
        if (firewall().unread() != null) {
            evidence.add(
                    new Observation("the rules could not be read: " + firewall().unread(), SOURCE, "R5.45"));
        }
        if (!firewall().legacy().isEmpty()) {
            evidence.add(new Observation(
                    "tables " + String.join(", ", firewall().legacy())
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
                ? obstacles(destination)
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
