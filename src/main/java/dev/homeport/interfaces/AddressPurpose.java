package dev.homeport.interfaces;

import dev.homeport.interfaces.source.AddressMark;
import dev.homeport.net.AddressClass;
import dev.homeport.net.InterfaceKind;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.util.Set;

/** What an address is for, by its class (DOMAIN 1.1), its interface and its marks. */
public final class AddressPurpose {

    private AddressPurpose() {}

    /** A sentence, and another for each mark. */
    public static String of(IpAddress address, InterfaceKind kind, Set<AddressMark> marks) {
        String purpose = purpose(address, address.addressClass(), kind);
        return marks.stream()
                .sorted()
                .map(mark -> " " + capitalized(mark.label()) + ": " + mark.meaning() + ".")
                .reduce(purpose, String::concat);
    }

    private static String purpose(IpAddress address, AddressClass addressClass, InterfaceKind kind) {
        if (kind.isContainerBridge() && addressClass != AddressClass.LINK_LOCAL) {
            return capitalized(kind.purpose()) + ".";
        }
        return switch (addressClass) {
            case LOOPBACK -> loopback(address);
            case LINK_LOCAL -> linkLocal(address);
            case PRIVATE -> "A private address: machines on the same network use it, the internet cannot.";
            case UNIQUE_LOCAL -> "A private IPv6 address: machines on the same site use it, the internet cannot.";
            case CARRIER_NAT -> "A shared address of a carrier, or of an overlay network such as Tailscale.";
            case BENCHMARK -> "Set aside for benchmarks (RFC 2544); nobody else routes it.";
            case DOCUMENTATION -> "Set aside for documentation (RFC 5737, RFC 3849); nobody else routes it.";
            case SIX_TO_FOUR -> "IPv6 over IPv4 (6to4): the internet can reach it.";
            case GLOBAL -> "A public address: the internet can reach it, unless a firewall forbids that.";
            case NAT64 -> "An IPv4 address seen through a translator (NAT64).";
            case THIS_NETWORK, RESERVED, MULTICAST, BROADCAST, UNSPECIFIED ->
                "Of a block that is not for single machines (RFC 6890).";
        };
    }

    private static String loopback(IpAddress address) {
        if (address.family() == IpFamily.IPV6) {
            return "IPv6 loopback: this machine talking to itself. There is no other than ::1.";
        }
        return address.equals(IpAddress.IPV4_LOOPBACK)
                ? "Loopback: this machine talking to itself."
                : "Loopback too, as all of 127.0.0.0/8, but another address than 127.0.0.1.";
    }

    private static String linkLocal(IpAddress address) {
        return address.family() == IpFamily.IPV6
                ? "For the same link alone. Clients must name their own interface with it, as in %eth0."
                : "Made up for want of a DHCP server (RFC 3927): for the same link alone.";
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
