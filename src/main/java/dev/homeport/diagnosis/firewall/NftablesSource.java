package dev.homeport.diagnosis.firewall;

import dev.homeport.platform.kernel.NetlinkDump;
import dev.homeport.platform.kernel.NetlinkSocket;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the kernel for all of nftables' rules of this process' network namespace. Nothing is kept between two questions. */
final class NftablesSource {

    /** A machine with more is a router, and each set is a question of its own. */
    private static final int MOST_SETS = 500;

    /** @throws IOException when it may not, or the kernel has no nftables; its message says which */
    Ruleset read() throws IOException {
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.NETFILTER)) {
            Map<Chain.Id, Chain> chains = RulesetParser.chains(
                    socket.steadyDump(NftRequest.chains(), null).messages());
            if (chains.isEmpty()) {
                return Ruleset.EMPTY;
            }
            Map<Chain.Id, List<Rule>> rules = RulesetParser.rules(
                    socket.steadyDump(NftRequest.rules(), null).messages());
            Set<Chain.Id> dormant = RulesetParser.dormant(
                    socket.steadyDump(NftRequest.tables(), null).messages());
            chains.keySet().removeIf(id -> dormant.contains(id.beside("")));
            chains.replaceAll((id, chain) -> new Chain(id, chain.base(), rules.getOrDefault(id, List.of())));
            return new Ruleset(chains, sets(socket, rules));
        }
    }

    private static Map<Chain.Id, NftSet> sets(NetlinkSocket socket, Map<Chain.Id, List<Rule>> rules)
            throws IOException {
        Set<Chain.Id> used = used(rules);
        if (used.isEmpty()) {
            return Map.of();
        }
        Map<Chain.Id, NftSet> sets =
                RulesetParser.sets(socket.steadyDump(NftRequest.sets(), null).messages());
        sets.keySet().retainAll(used);
        for (Map.Entry<Chain.Id, NftSet> set : sets.entrySet()) {
            NetlinkDump elements = socket.steadyDump(NftRequest.elements(set.getKey()), null);
            set.setValue(set.getValue().with(RulesetParser.elements(elements.messages())));
        }
        return sets;
    }

    private static Set<Chain.Id> used(Map<Chain.Id, List<Rule>> rules) {
        return rules.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .flatMap(rule -> rule.expressions().stream())
                        .filter(Expression.Membership.class::isInstance)
                        .map(lookup -> entry.getKey().beside(((Expression.Membership) lookup).set())))
                .limit(MOST_SETS)
                .collect(Collectors.toSet());
    }
}
