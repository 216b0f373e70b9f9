package dev.homeport.interfaces.source;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Named;
import org.jspecify.annotations.Nullable;

/**
 * A row of a routing table.
 *
 * @param isLocalTable whether it stands in the table {@code local}, which {@code ip route show} does not print (R5.3)
 * @param destination the network's address
 * @param prefix the length of the network's part in bits; 0 for the default route
 * @param gateway the next hop; null where the network is on the link
 * @param interfaceName null for routes that lead nowhere
 * @param metric the smaller wins; null where it is not told
 */
public record Route(
        boolean isLocalTable,
        Type type,
        IpAddress destination,
        int prefix,
        @Nullable IpAddress gateway,
        @Nullable String interfaceName,
        @Nullable Long metric) {

    /** What happens to packets that it matches (RTN_* of {@code linux/rtnetlink.h}). */
    public enum Type implements Named {
        UNICAST,
        /** They are for this machine. */
        LOCAL,
        BROADCAST,
        ANYCAST,
        MULTICAST,
        BLACKHOLE,
        UNREACHABLE,
        PROHIBIT,
        THROW,
        OTHER;

        static Type ofLinux(int number) {
            return switch (number) {
                case 1 -> UNICAST;
                case 2 -> LOCAL;
                case 3 -> BROADCAST;
                case 4 -> ANYCAST;
                case 5 -> MULTICAST;
                case 6 -> BLACKHOLE;
                case 7 -> UNREACHABLE;
                case 8 -> PROHIBIT;
                case 9 -> THROW;
                default -> OTHER;
            };
        }
    }

    public IpFamily family() {
        return destination.family();
    }

    /** Whether it leads wherever no other route does. */
    public boolean isDefault() {
        return prefix == 0 && type == Type.UNICAST && !isLocalTable;
    }

    /** Whether {@code address} is in its network. */
    public boolean covers(IpAddress address) {
        return address.isIn(destination, prefix);
    }

    /** As {@code ip route} writes it: {@code local 127.0.0.0/8 dev lo}, {@code default via 192.168.1.1 dev eth0}. */
    public String text() {
        int bits = family() == IpFamily.IPV4 ? 32 : 128;
        String network = destination.text() + (prefix == bits ? "" : "/" + prefix);
        return (type == Type.UNICAST ? "" : type.text() + " ")
                + (prefix == 0 ? "default" : network)
                + (gateway == null ? "" : " via " + gateway.text())
                + (interfaceName == null ? "" : " dev " + interfaceName);
    }
}
