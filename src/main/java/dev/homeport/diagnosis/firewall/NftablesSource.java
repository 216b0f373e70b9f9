package dev.homeport.diagnosis.firewall;

import dev.homeport.platform.NetlinkDump;
import dev.homeport.platform.NetlinkSocket;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the kernel for all of nftables' rules of this process' network namespace. Nothing is kept between two questions. */
final class NftablesSource {

    /** A machine with more is a router, and each set is a question of its own. */
    private static final int MOST_SETS = 500;

    private static final int ATTEMPTS = 3;

    /** @throws IOException when it may not, or the kernel has no nftables; its message says which */
    Ruleset read() throws IOException {
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.NETFILTER)) {
            Map<Chain.Id, Chain> chains =
                    RulesetParser.chains(ask(socket, NftRequest.chains()).messages());
            if (chains.isEmpty()) {
                return Ruleset.EMPTY;
            }
            Map<Chain.Id, List<Rule>> rules =
                    RulesetParser.rules(ask(socket, NftRequest.rules()).messages());
            chains.replaceAll((id, chain) -> new Chain(id, chain.base(), rules.getOrDefault(id, List.of())));
            Map<Chain.Id, NftSet> sets = new HashMap<>();
            for (Chain.Id set : sets(rules)) {
                sets.put(set, elements(socket, set));
            }
            return new Ruleset(chains, sets);
        }
    }

    private static NetlinkDump ask(NetlinkSocket socket, byte[] request) throws IOException {
        NetlinkDump dump = socket.dump(request, null);
        for (int attempt = 1; attempt < ATTEMPTS && dump.wasInterrupted(); attempt++) {
            dump = socket.dump(request, null);
        }
        return dump;
    }

    private static Set<Chain.Id> sets(Map<Chain.Id, List<Rule>> rules) {
        return rules.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .flatMap(rule -> rule.expressions().stream())
                        .filter(Expression.Membership.class::isInstance)
                        .map(lookup -> entry.getKey().beside(((Expression.Membership) lookup).set())))
                .limit(MOST_SETS)
                .collect(Collectors.toSet());
    }

    private static NftSet elements(NetlinkSocket socket, Chain.Id set) throws IOException {
        return new NftSet(
                RulesetParser.elements(ask(socket, NftRequest.elements(set)).messages()));
    }
}
