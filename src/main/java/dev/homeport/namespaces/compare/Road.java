package dev.homeport.namespaces.compare;

import dev.homeport.net.IpAddress;
import java.util.List;

/**
 * An address of one side as it is met from the other.
 *
 * @param how why packets arrive there: {@code next to eth0 (10.88.0.5/16)}, {@code the default gateway}
 * @param names that the hosts file of the side that asks has for it
 */
public record Road(IpAddress address, String how, List<String> names) {

    public Road {
        names = List.copyOf(names);
    }
}
