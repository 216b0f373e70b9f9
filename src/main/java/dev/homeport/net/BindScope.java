package dev.homeport.net;

import java.util.Optional;

/**
 * Who can reach a socket, as an upper bound by its bind address alone (DOMAIN 1.3). Firewalls, address translation and
 * forwarders can narrow or widen it; they are caveats beside it, never part of it.
 */
public enum BindScope implements Named {
    /** This machine only. */
    LOOPBACK("loopback only", "Only programs on this machine can reach it."),
    /** Hosts on the same link. */
    LINK_LOCAL("link-local", "Machines on the same link can reach it, those behind a router cannot."),
    /** A container bridge's address: this machine and its containers. */
    CONTAINERS("containers", "This machine and the containers on that bridge can reach it."),
    /** One address of this machine: whoever has a route to it. */
    ADDRESS("one address", "Whoever has a route to this one address can reach it; 127.0.0.1 does not lead there."),
    /** A wildcard: whoever can reach any address of this machine. */
    ALL("all interfaces", "Whoever can reach any address of this machine can reach it, loopback included."),
    /** An address that no interface has: nobody, unless it appears or is routed here (R1.36). */
    FOREIGN("foreign address", "No interface has this address: unless a route leads it here, nobody can reach it.");

    private final String label;
    private final String meaning;

    BindScope(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** The word on the badge. */
    public String label() {
        return label;
    }

    /** What it means for who can reach the socket, as a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether, as far as the bind address tells, another machine can reach such a socket. */
    public boolean reachesBeyondThisMachine() {
        return this == LINK_LOCAL || this == ADDRESS || this == ALL;
    }

    /** The scope of a socket bound to {@code bind} on a machine with the addresses {@code local}. */
    public static BindScope of(IpAddress bind, LocalAddresses local) {
        IpAddress address = bind.unmapped();
        return switch (address.addressClass()) {
            case UNSPECIFIED, BROADCAST -> ALL;
            case LOOPBACK -> LOOPBACK;
            case LINK_LOCAL -> LINK_LOCAL;
            case MULTICAST -> ofGroup(address);
            default -> ofUnicast(address, local);
        };
    }

    /** RFC 4291, section 2.7 (the scope is a nibble of the group), and RFC 5771 for {@code 224.0.0.0/24}. */
    private static BindScope ofGroup(IpAddress group) {
        if (group.family() == IpFamily.IPV4) {
            return group.low() >>> 8 == 0xe0_00_00 ? LINK_LOCAL : ALL;
        }
        return switch ((int) (group.high() >>> 48 & 0xf)) {
            case 1 -> LOOPBACK;
            case 2 -> LINK_LOCAL;
            default -> ALL;
        };
    }

    private static BindScope ofUnicast(IpAddress address, LocalAddresses local) {
        Optional<String> name = local.interfaceOf(address);
        if (name.isEmpty()) {
            // Where that family could not be listed, the bound stays an upper one.
            return local.families().contains(address.family()) ? FOREIGN : ADDRESS;
        }
        return InterfaceKind.ofName(name.get()).isContainerBridge() ? CONTAINERS : ADDRESS;
    }
}
