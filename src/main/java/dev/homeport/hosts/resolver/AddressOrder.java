package dev.homeport.hosts.resolver;

import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order in which {@code getaddrinfo} returns addresses (RFC 6724, section 6; DOMAIN R3.5), whatever their order in
 * the file: what can be reached first, then what is nearer to the address it would be reached from.
 *
 * @param sources the address that this machine would send from
 * @param musl whether in musl's way, to which all IPv4 addresses are global, and rule 9 holds among them too. glibc
 *     has that rule for those of one subnet; here it is left out, as the subnets are not known
 */
record AddressOrder(Sources sources, PolicyTable table, boolean musl) {

    private static final int LINK_LOCAL_SCOPE = 2;
    private static final int GLOBAL_SCOPE = 14;

    /** A destination and the address that this machine would send from. */
    private record Destination(IpAddress address, Optional<IpAddress> source, AddressOrder order) {

        boolean isUnreachable() {
            return source.isEmpty();
        }

        boolean isOtherScope() {
            return source.filter(from -> order.scope(from) == order.scope(address))
                    .isEmpty();
        }

        boolean isOtherLabel() {
            PolicyTable table = order.table;
            return source.filter(from -> table.label(from) == table.label(address))
                    .isEmpty();
        }

        int precedence() {
            return order.table.precedence(address);
        }

        int scope() {
            return order.scope(address);
        }

        /** How many bits it shares with where it would be reached from (rule 9). */
        int commonPrefix() {
            boolean counts = address.family() == IpFamily.IPV6 || order.musl;
            return source.filter(from -> counts)
                    .map(from -> common(from, address))
                    .orElse(0);
        }
    }

    private static final Comparator<Destination> ORDER = Comparator.comparing(Destination::isUnreachable)
            .thenComparing(Destination::isOtherScope)
            .thenComparing(Destination::isOtherLabel)
            .thenComparing(Comparator.comparingInt(Destination::precedence).reversed())
            .thenComparingInt(Destination::scope);

    List<IpAddress> sorted(List<IpAddress> addresses) {
        Map<IpAddress, Optional<IpAddress>> known = new HashMap<>();
        return addresses.stream()
                .map(address -> new Destination(address, known.computeIfAbsent(address, sources::towards), this))
                .sorted(ORDER.thenComparing(
                        Comparator.comparingInt(Destination::commonPrefix).reversed()))
                .map(Destination::address)
                .toList();
    }

    /** How many leading bits two addresses of one family share. */
    private static int common(IpAddress one, IpAddress other) {
        long high = one.high() ^ other.high();
        return high != 0 ? Long.numberOfLeadingZeros(high) : 64 + Long.numberOfLeadingZeros(one.low() ^ other.low());
    }

    private int scope(IpAddress address) {
        if (musl && address.unmapped().family() == IpFamily.IPV4) {
            return GLOBAL_SCOPE;
        }
        AddressClass kind = address.addressClass();
        if (kind == AddressClass.MULTICAST && address.family() == IpFamily.IPV6) {
            return (int) (address.high() >>> 48 & 0xf);
        }
        return kind == AddressClass.LOOPBACK || kind == AddressClass.LINK_LOCAL ? LINK_LOCAL_SCOPE : GLOBAL_SCOPE;
    }
}
