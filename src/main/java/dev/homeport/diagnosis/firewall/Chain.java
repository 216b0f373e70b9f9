package dev.homeport.diagnosis.firewall;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain of rules.
 *
 * @param base where it is hung in; null for one that others jump to
 * @param rules in their order
 */
record Chain(Id id, @Nullable Base base, List<Rule> rules) {

    /** What names a chain. */
    record Id(Family family, String table, String chain) {

        /** Another chain of the same table. */
        Id beside(String other) {
            return new Id(family, table, other);
        }
    }

    /**
     * How it is hung in.
     *
     * @param priority lower ones come first
     * @param isNat whether only the first packet of a connection passes it
     * @param policy what becomes of a packet for which no rule decides
     */
    record Base(Hook hook, int priority, boolean isNat, Verdict policy) {}

    Chain {
        rules = List.copyOf(rules);
    }
}
