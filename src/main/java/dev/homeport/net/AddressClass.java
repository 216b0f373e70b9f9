package dev.homeport.net;

/**
 * The classes of addresses by their bytes alone (DOMAIN R1.12, RFC 6890), never by the predicates of
 * {@link java.net.InetAddress}, which have holes (R1.10). A mapped address ({@code ::ffff:a.b.c.d}) has the class of the
 * IPv4 address that it holds.
 */
public enum AddressClass {
    /** {@code 0.0.0.0} and {@code ::}: as a bind address, every address of its family. */
    UNSPECIFIED,
    /** {@code 127.0.0.0/8} (RFC 1122) and {@code ::1} (RFC 4291). */
    LOOPBACK,
    /** {@code 169.254.0.0/16} (RFC 3927) and {@code fe80::/10}. */
    LINK_LOCAL,
    /** {@code 10/8}, {@code 172.16/12} and {@code 192.168/16} (RFC 1918). */
    PRIVATE,
    /** {@code fc00::/7} (RFC 4193). */
    UNIQUE_LOCAL,
    /** {@code 100.64.0.0/10} (RFC 6598), used by carriers and by overlay networks. */
    CARRIER_NAT,
    /** {@code 198.18.0.0/15} (RFC 2544). */
    BENCHMARK,
    /** {@code 192.0.2/24}, {@code 198.51.100/24}, {@code 203.0.113/24} and {@code 2001:db8::/32}. */
    DOCUMENTATION,
    /** {@code 224/4} and {@code ff00::/8}. */
    MULTICAST,
    /** {@code 255.255.255.255}. */
    BROADCAST,
    /** {@code 0.0.0.0/8} without {@code 0.0.0.0} (RFC 1122). */
    THIS_NETWORK,
    /** {@code 240.0.0.0/4} without the broadcast address. */
    RESERVED,
    /** {@code 64:ff9b::/96} (RFC 6052). */
    NAT64,
    /** {@code 2002::/16} (RFC 3056). */
    SIX_TO_FOUR,
    /** Everything else. */
    GLOBAL;

    static AddressClass of(IpAddress address) {
        IpAddress plain = address.unmapped();
        return plain.family() == IpFamily.IPV4 ? ofIpv4((int) plain.low()) : ofIpv6(plain.high(), plain.low());
    }

    private static AddressClass ofIpv4(int bits) {
        if (bits == 0) {
            return UNSPECIFIED;
        } else if (in(bits, 127, 0, 0, 8)) {
            return LOOPBACK;
        } else if (in(bits, 169, 254, 0, 16)) {
            return LINK_LOCAL;
        } else if (in(bits, 10, 0, 0, 8) || in(bits, 172, 16, 0, 12) || in(bits, 192, 168, 0, 16)) {
            return PRIVATE;
        } else if (in(bits, 100, 64, 0, 10)) {
            return CARRIER_NAT;
        } else if (in(bits, 198, 18, 0, 15)) {
            return BENCHMARK;
        } else if (in(bits, 192, 0, 2, 24) || in(bits, 198, 51, 100, 24) || in(bits, 203, 0, 113, 24)) {
            return DOCUMENTATION;
        } else if (in(bits, 224, 0, 0, 4)) {
            return MULTICAST;
        } else if (bits == -1) {
            return BROADCAST;
        } else if (in(bits, 0, 0, 0, 8)) {
            return THIS_NETWORK;
        }
        return in(bits, 240, 0, 0, 4) ? RESERVED : GLOBAL;
    }

    private static AddressClass ofIpv6(long high, long low) {
        if (high == 0 && low == 0) {
            return UNSPECIFIED;
        } else if (high == 0 && low == 1) {
            return LOOPBACK;
        } else if (high >>> 54 == 0xfe80 >>> 6) {
            return LINK_LOCAL;
        } else if (high >>> 57 == 0xfc00 >>> 9) {
            return UNIQUE_LOCAL;
        } else if (high >>> 32 == 0x2001_0db8L) {
            return DOCUMENTATION;
        } else if (high >>> 56 == 0xff) {
            return MULTICAST;
        } else if (high == 0x0064_ff9b_0000_0000L && low >>> 32 == 0) {
            return NAT64;
        }
        return high >>> 48 == 0x2002 ? SIX_TO_FOUR : GLOBAL;
    }

    private static boolean in(int bits, int first, int second, int third, int prefix) {
        int network = first << 24 | second << 16 | third << 8;
        return (bits ^ network) >>> (32 - prefix) == 0;
    }
}
