package dev.homeport.interfaces.source;

import dev.homeport.net.IpAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address that an interface has.
 *
 * @param index of the interface
 * @param address without zone
 * @param prefix the length of the network's part in bits
 * @param peer the other end of a point-to-point interface; null elsewhere
 */
public record AddressRow(
        int index, IpAddress address, int prefix, @Nullable IpAddress peer, Set<AddressMark> marks) {

    public AddressRow {
        marks = Set.copyOf(marks);
    }
}
