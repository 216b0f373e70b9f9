package dev.homeport.latency.counters;

import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.util.Optional;

/**
 * The firewall's table of connections, which loopback's are in too (DOMAIN R6.16, R7.15).
 *
 * @param count connections of this network namespace
 * @param max what the table holds
 */
record Conntrack(long count, long max) {

    private static final double NEARLY = 0.8;

    /** Empty where there is no such table. */
    static Optional<Conntrack> read(NamespaceRoot root) {
        try {
            return Optional.of(new Conntrack(
                    Long.parseLong(root.setting("net/netfilter/nf_conntrack_count")),
                    Long.parseLong(root.setting("net/netfilter/nf_conntrack_max"))));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isNearlyFull() {
        return max > 0 && count > NEARLY * max;
    }
}
