package dev.homeport.diagnosis.firewall;

import dev.homeport.net.Endpoint;
import dev.homeport.platform.EphemeralPorts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** There was no time for it. */
    public static final Firewall SLOW =
            new Firewall(null, "it took longer than a diagnosis may", List.of(), EphemeralPorts.LINUX);

    public Firewall {
        legacy = List.copyOf(legacy);
    }

    /**
     * What stands in the way of a connection from this machine to itself, packet by packet. Those that are certain come
     * first, and of these each would still stand if the ones before were passed.
     */
    public List<Obstacle> obstacles(Endpoint server) {
        Ruleset known = rules;
        return known == null
                ? List.of()
                : Arrays.stream(Phase.values())
                        .map(phase -> new Packet(server.address(), server.port(), clients.middle(), phase))
                        .flatMap(packet -> obstacles(known, packet).stream())
                        .sorted(Comparator.comparing(obstacle -> !obstacle.isCertain()))
                        .toList();
    }

    private static List<Obstacle> obstacles(Ruleset rules, Packet packet) {
        List<Obstacle> all = new ArrayList<>();
        Set<Chain.Id> opened = new HashSet<>();
        boolean isMore = true;
        while (isMore) {
            List<Obstacle> met = Traversal.of(rules, packet, opened);
            isMore = met.stream()
                    .filter(Obstacle::isCertain)
                    .findFirst()
                    .filter(certain -> opened.add(certain.base()))
                    .isPresent();
            met.stream().filter(one -> isMore(all, one)).forEach(all::add);
        }
        return all;
    }

    /** What was only possible is met again on the way to the next one. */
    private static boolean isMore(List<Obstacle> known, Obstacle obstacle) {
        return known.stream().noneMatch(one -> one.isAs(obstacle));
    }
}
