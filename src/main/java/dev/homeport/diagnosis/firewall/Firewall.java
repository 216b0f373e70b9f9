package dev.homeport.diagnosis.firewall;

import dev.homeport.net.Endpoint;
import dev.homeport.platform.EphemeralPorts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the packet filter.
 *
 * @param rules null where they could not be read
 * @param unread why they could not; null where they could
 * @param legacy tables of the older iptables, which have rules besides that Homeport does not read
 * @param clients ports that connections come from
 */
public record Firewall(@Nullable Ruleset rules, @Nullable String unread, List<String> legacy, EphemeralPorts clients) {

    /** Nobody has looked, because nothing asked for it. */
    public static final Firewall NOT_READ = new Firewall(null, null, List.of(), EphemeralPorts.LINUX);

    public Firewall {
        legacy = List.copyOf(legacy);
    }

    /**
     * What stands in the way of a connection from this machine to itself, certain ones first: in that of its first packet,
     * and in that of the answer.
     */
    public List<Obstacle> obstacles(Endpoint server) {
        Ruleset known = rules;
        return known == null
                ? List.of()
                : Stream.of(false, true)
                        .flatMap(
                                isReply -> Traversal.of(
                                        known, new Packet(server.address(), server.port(), clients.middle(), isReply))
                                        .stream())
                        .sorted(Comparator.comparing(obstacle -> !obstacle.isCertain()))
                        .toList();
    }
}
