package dev.homeport.net;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses of this machine's interfaces.
 *
 * @param interfaces the interface's name by its address; addresses without zone
 * @param families the families that could be listed: what is missing there is unknown, not absent (DOMAIN R3.9)
 */
public record LocalAddresses(Map<IpAddress, String> interfaces, Set<IpFamily> families) {

    public LocalAddresses {
        interfaces = Map.copyOf(interfaces);
        families = Set.copyOf(families);
    }

    /** The interface that has this address (a subnet's broadcast address counts as one of its own). */
    public Optional<String> interfaceOf(IpAddress address) {
        return Optional.ofNullable(interfaces.get(address.withoutZone()));
    }
}
