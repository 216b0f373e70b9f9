package dev.homeport.sockets.source;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Named;
import org.jspecify.annotations.Nullable;

/** Which family of addresses a socket accepts traffic for. */
public enum SocketFamily implements Named {
    IPV4("IPv4"),
    IPV6("IPv6"),
    /** An IPv6 wildcard that also takes IPv4 (DOMAIN R1.20). */
    DUAL("IPv4 + IPv6"),
    /** An IPv6 wildcard of which the source does not tell whether it also takes IPv4 (R1.21, R1.24). */
    UNKNOWN("IPv6, IPv4 unknown");

    private final String label;

    SocketFamily(String label) {
        this.label = label;
    }

    /**
     * What a socket bound to {@code address} accepts.
     *
     * @param v6only null when it is not known
     */
    static SocketFamily of(IpAddress address, @Nullable Boolean v6only) {
        if (address.unmapped().family() == IpFamily.IPV4) {
            return IPV4;
        } else if (!address.isUnspecified()) {
            return IPV6;
        } else if (v6only == null) {
            return UNKNOWN;
        }
        return v6only ? IPV6 : DUAL;
    }

    /**
     * What IPV6_V6ONLY is by the bind address alone: the kernel sets it for a specific IPv6 address and clears it for a
     * mapped one (DOMAIN R1.25); null for a wildcard, of which that does not follow, and for IPv4, which has none.
     */
    static @Nullable Boolean impliedV6only(IpAddress address) {
        if (address.family() == IpFamily.IPV4 || address.isUnspecified() && !address.isMapped()) {
            return null;
        }
        return !address.isMapped();
    }

    /** Whether it certainly takes IPv4. */
    public boolean takesIpv4() {
        return this == IPV4 || this == DUAL;
    }

    /** Whether it takes IPv6. */
    public boolean takesIpv6() {
        return this != IPV4;
    }

    /** The words on the page. */
    public String label() {
        return label;
    }
}
