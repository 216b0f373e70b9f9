package dev.homeport.diagnosis.situation;

import dev.homeport.diagnosis.firewall.Firewall;
import dev.homeport.latency.counters.Counter;
import dev.homeport.net.IpAddress;
import java.util.Map;

/**
 * What came of trying.
 *
 * @param byAddress none for an address that was not tried
 * @param rises of the kernel's counters meanwhile; others may have raised them too
 * @param throttled how often the quota of a server's control group stopped it meanwhile, by its process' id
 * @param firewall the rules on the way
 */
public record Trials(
        Map<IpAddress, Trial> byAddress, Map<Counter, Long> rises, Map<Integer, Long> throttled, Firewall firewall) {

    public Trials {
        byAddress = Map.copyOf(byAddress);
        rises = Map.copyOf(rises);
        throttled = Map.copyOf(throttled);
    }
}
