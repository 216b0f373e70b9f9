package dev.homeport.interfaces;

import dev.homeport.interfaces.source.AddressMark;
import dev.homeport.net.BindScope;
import dev.homeport.net.IpAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address of an interface.
 *
 * @param address with its zone where it needs one: {@code fe80::1%eth0}
 * @param prefix the length of the network's part in bits
 * @param peer the other end of a point-to-point interface; null elsewhere
 * @param scope who can reach what is bound to it
 * @param purpose what it is for, a sentence
 */
public record AssignedAddress(
        IpAddress address,
        int prefix,
        @Nullable IpAddress peer,
        BindScope scope,
        String purpose,
        Set<AddressMark> marks) {

    public AssignedAddress {
        marks = Set.copyOf(marks);
    }

    /** {@code 192.168.1.5/24}. */
    public String text() {
        return address.text() + "/" + prefix;
    }

    /** Its marks in a fixed order. */
    public List<AddressMark> sortedMarks() {
        return marks.stream().sorted().toList();
    }
}
