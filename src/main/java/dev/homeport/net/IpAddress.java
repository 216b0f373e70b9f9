package dev.homeport.net;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address as its bits, with the zone that a scoped IPv6 address may bear (RFC 4007). It is not
 * {@link java.net.InetAddress}, which silently turns mapped addresses into IPv4 (DOMAIN R1.11), accepts {@code 127.1}
 * and may ask a name server while parsing (R3.11).
 *
 * @param high the upper 64 bits of an IPv6 address; 0 for IPv4
 * @param low the lower 64 bits of an IPv6 address, or the 32 bits of an IPv4 one
 * @param zone the part after {@code %}, an interface's name or index; only with IPv6
 */
public record IpAddress(
        IpFamily family, long high, long low, @Nullable String zone) implements Comparable<IpAddress> {

    /** {@code 127.0.0.1}, the one of 127.0.0.0/8 that interfaces have. */
    public static final IpAddress IPV4_LOOPBACK = ipv4(0x7f_00_00_01);

    /** {@code ::1}. */
    public static final IpAddress IPV6_LOOPBACK = ipv6(0, 1);

    private static final long MAPPED_PREFIX = 0xffff_0000_0000L;
    private static final long IPV4_BITS = 0xffff_ffffL;

    public IpAddress {
        boolean fits = family == IpFamily.IPV6 || (high == 0 && low >>> 32 == 0 && zone == null);
        if (!fits) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits and no zone");
        }
    }

    /** {@code 127.0.0.1} or {@code ::1}. */
    public static IpAddress loopback(IpFamily family) {
        return family == IpFamily.IPV4 ? IPV4_LOOPBACK : IPV6_LOOPBACK;
    }

    /** {@code 0.0.0.0} or {@code ::}. */
    public static IpAddress any(IpFamily family) {
        return family == IpFamily.IPV4 ? ipv4(0) : ipv6(0, 0);
    }

    /** The IPv4 address of these 32 bits, the first octet uppermost. */
    public static IpAddress ipv4(int bits) {
        return new IpAddress(IpFamily.IPV4, 0, bits & IPV4_BITS, null);
    }

    /** The IPv6 address of these 128 bits. */
    public static IpAddress ipv6(long high, long low) {
        return new IpAddress(IpFamily.IPV6, high, low, null);
    }

    /**
     * The address of these bytes in network order.
     *
     * @throws IllegalArgumentException when there are neither 4 nor 16
     */
    public static IpAddress of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return switch (bytes.length) {
            case 4 -> ipv4(buffer.getInt());
            case 16 -> ipv6(buffer.getLong(), buffer.getLong());
            default -> throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        };
    }

    /**
     * Reads a literal as {@code inet_pton} does, with a zone allowed: four decimal octets without leading zeros, or an
     * RFC 4291 form. Nothing is looked up; whatever else is typed (a name, {@code 127.1}, {@code [::1]}) is empty.
     */
    public static Optional<IpAddress> parse(String literal) {
        return IpLiteral.parse(literal);
    }

    /** Whether this is {@code ::ffff:a.b.c.d}, an IPv4 address in IPv6 clothes (RFC 4291, section 2.5.5.2). */
    public boolean isMapped() {
        return family == IpFamily.IPV6 && high == 0 && low >>> 32 == MAPPED_PREFIX >>> 32;
    }

    /** The IPv4 address that a mapped address holds; any other address as it is (DOMAIN R1.7). */
    public IpAddress unmapped() {
        return isMapped() ? ipv4((int) low) : this;
    }

    /** {@code ::ffff:a.b.c.d} of an IPv4 address; any other as it is. */
    public IpAddress mapped() {
        return family == IpFamily.IPV4 ? ipv6(0, MAPPED_PREFIX | low) : this;
    }

    /** The 4 or 16 bytes in network order. */
    public byte[] bytes() {
        return family == IpFamily.IPV4
                ? ByteBuffer.allocate(Integer.BYTES).putInt((int) low).array()
                : ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
    }

    public AddressClass addressClass() {
        return AddressClass.of(this);
    }

    public boolean isLoopback() {
        return addressClass() == AddressClass.LOOPBACK;
    }

    /** Whether this is {@code 0.0.0.0}, {@code ::} or {@code ::ffff:0.0.0.0}. */
    public boolean isUnspecified() {
        return addressClass() == AddressClass.UNSPECIFIED;
    }

    /** What a client on this machine connects to for a server that waits here: a loopback address, for all of them. */
    public IpAddress connectable() {
        return isUnspecified() ? loopback(unmapped().family) : this;
    }

    /** The same for the host part of a URL; what waits at all addresses answers to {@code localhost}. */
    public String connectableUrlText() {
        return isUnspecified() ? LocalhostName.NAME : urlText();
    }

    /** Whether this has the same first {@code prefix} bits as {@code network}; false for another family. */
    public boolean isIn(IpAddress network, int prefix) {
        if (family != network.family) {
            return false;
        } else if (family == IpFamily.IPV4) {
            return prefix == 0 || (low ^ network.low) >>> (32 - prefix) == 0;
        } else if (prefix <= 64) {
            return prefix == 0 || (high ^ network.high) >>> (64 - prefix) == 0;
        }
        return high == network.high && (low ^ network.low) >>> (128 - prefix) == 0;
    }

    /** The same bits in the zone {@code zone}. */
    public IpAddress withZone(String zone) {
        return new IpAddress(family, high, low, zone);
    }

    /** The same bits without a zone. */
    public IpAddress withoutZone() {
        return zone == null ? this : new IpAddress(family, high, low, null);
    }

    /** RFC 5952 text: {@code 127.0.0.1}, {@code ::1}, {@code ::ffff:127.0.0.1}, {@code fe80::1%eth0}. */
    public String text() {
        return IpText.of(this);
    }

    /** Text for the host part of a URL: IPv6 in brackets, the zone's sign as {@code %25} (RFC 6874). */
    public String urlText() {
        return family == IpFamily.IPV4 ? text() : "[" + text().replace("%", "%25") + "]";
    }

    /** IPv4 before IPv6, then by the bits. */
    @Override
    public int compareTo(IpAddress other) {
        int byFamily = family.compareTo(other.family);
        int byHigh = byFamily != 0 ? byFamily : Long.compareUnsigned(high, other.high);
        int byLow = byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
        return byLow != 0 ? byLow : String.valueOf(zone).compareTo(String.valueOf(other.zone));
    }

    @Override
    public String toString() {
        return text();
    }
}
