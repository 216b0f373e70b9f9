package dev.homeport.interfaces;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether loopback is as it should be, from what the system says of it (DOMAIN 5): only a connection proves that it
 * works, but these tell why it does not (R5.31). Counters are none of them (R5.12).
 */
final class LoopbackChecks {

    private LoopbackChecks() {}

    /** The checks in the order in which they matter; those that the source cannot answer are left out. */
    static List<LoopbackCheck> of(Interfaces all) {
        return all.loopback().map(loopback -> of(all, loopback)).orElseGet(() -> List.of(missing(all)));
    }

    private static List<LoopbackCheck> of(Interfaces all, Interface loopback) {
        LoopbackDevice device = new LoopbackDevice(all, loopback);
        LoopbackAddresses addresses = new LoopbackAddresses(all, loopback);
        Stream<Optional<LoopbackCheck>> checks = Stream.of(
                Optional.of(device.state()),
                Optional.of(addresses.ipv4()),
                addresses.localRoute(),
                Optional.of(addresses.ipv6()),
                device.mtu(),
                device.queueing());
        return checks.flatMap(Optional::stream).toList();
    }

    private static LoopbackCheck missing(Interfaces all) {
        return new LoopbackCheck(
                "loopback-missing",
                "Loopback interface",
                new Evidence("there is none", all.source()),
                Severity.ERROR,
                "Nothing on this machine can reach 127.0.0.1 or ::1. Where it was never switched on, not every source "
                        + "shows it.",
                LoopbackDevice.up(all.osFamily()));
    }
}
