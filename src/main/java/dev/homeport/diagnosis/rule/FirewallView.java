package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.firewall.Firewall;
import dev.homeport.diagnosis.firewall.Obstacle;
import dev.homeport.diagnosis.firewall.Verdict;
import dev.homeport.diagnosis.situation.Trials;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of the firewall's rules on the way to a destination (DOMAIN R5.45). */
final class FirewallView {

    private final Examination examined;

    FirewallView(Examination examined) {
        this.examined = examined;
    }

    /** What could be read, and why not all of it. */
    Firewall firewall() {
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
}
