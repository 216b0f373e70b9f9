package dev.homeport.namespaces.side;

import dev.homeport.net.InterfaceKind;
import dev.homeport.net.IpAddress;
import java.util.List;

/** An interface of a side and its addresses. */
public record Link(String name, InterfaceKind kind, boolean isUp, List<Own> addresses) {

    public Link {
        addresses = List.copyOf(addresses);
    }

    /**
     * An address.
     *
     * @param prefix how many bits the addresses of its network have in common
     */
    public record Own(IpAddress address, int prefix) {

        /** Whether {@code other} is in the same network. */
        public boolean isNextTo(IpAddress other) {
            return other.withoutZone().isIn(address.withoutZone(), prefix);
        }

        /** {@code 10.88.0.5/16}. */
        public String text() {
            return address.text() + "/" + prefix;
        }
    }

    public boolean isLoopback() {
        return kind == InterfaceKind.LOOPBACK;
    }
}
