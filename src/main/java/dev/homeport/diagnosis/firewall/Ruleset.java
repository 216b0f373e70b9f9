package dev.homeport.diagnosis.firewall;

import java.util.Map;

/**
 * All rules of this network namespace.
 *
 * @param sets that rules refer to, by their tables and names
 */
record Ruleset(Map<Chain.Id, Chain> chains, Map<Chain.Id, NftSet> sets) {

    static final Ruleset EMPTY = new Ruleset(Map.of(), Map.of());

    Ruleset {
        chains = Map.copyOf(chains);
        sets = Map.copyOf(sets);
    }
}
