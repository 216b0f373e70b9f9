package dev.homeport.interfaces;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether loopback is as it should be, from what the system says of it (DOMAIN 5): only a connection proves that it
 * works, but these tell why it does not (R5.31). Counters are none of them (R5.12).
 */
public final class LoopbackChecks {

    private LoopbackChecks() {}

    /** The checks in the order in which they matter; those that the source cannot answer are left out. */
    public static List<LoopbackCheck> of(Interfaces all) {
        return all.loopback().map(loopback -> of(all, loopback)).orElseGet(() -> List.of(missing(all)));
    }

    private static List<LoopbackCheck> of(Interfaces all, Interface loopback) {
        LoopbackDevice device = new LoopbackDevice(all, loopback);
        LoopbackAddresses addresses = new LoopbackAddresses(all, loopback);
        List<LoopbackCheck> checks = Stream.of(
                        Optional.of(device.state()),
                        device.mtu(),
                        Optional.of(addresses.ipv4()),
                        addresses.localRoute(),
                        Optional.of(addresses.ipv6()),
                        device.queueing())
                .flatMap(Optional::stream)
                .toList();
        return withoutConsequences(checks, loopback);
    }

    /** One cause is one finding: without the interface there are no addresses, and without an address no route. */
    private static List<LoopbackCheck> withoutConsequences(List<LoopbackCheck> checks, Interface loopback) {
        boolean isSmall = loopback.mtu() != null && loopback.mtu() < LoopbackDevice.SMALLEST_IPV6_MTU;
        Set<LoopbackNeed> causes = checks.stream()
                .filter(check -> check.severity() != null)
                .map(LoopbackCheck::need)
                .collect(Collectors.toSet());
        boolean isDown = causes.contains(LoopbackNeed.LOOPBACK_DOWN);
        return checks.stream()
                .map(check -> switch (check.need()) {
                    case LOOPBACK_DOWN -> check;
                    case LOOPBACK_ROUTE_MISSING ->
                        isDown || causes.contains(LoopbackNeed.LOOPBACK_IPV4_MISSING) ? check.asConsequence() : check;
                    case LOOPBACK_IPV6_MISSING -> isDown || isSmall ? check.asConsequence() : check;
                    default -> isDown ? check.asConsequence() : check;
                })
                .toList();
    }

    private static LoopbackCheck missing(Interfaces all) {
        return new LoopbackCheck(
                LoopbackNeed.LOOPBACK_MISSING,
                "Loopback interface",
                new Evidence("there is none", all.source()),
                Severity.ERROR,
                "Nothing on this machine can reach 127.0.0.1 or ::1. Where it was never switched on, not every source "
                        + "shows it.",
                LoopbackDevice.up(all.osFamily()));
    }
}
