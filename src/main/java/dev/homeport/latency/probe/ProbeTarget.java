package dev.homeport.latency.probe;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LocalhostName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is measured: a kind of exchange, with an address. */
public enum ProbeTarget {
    TCP4("tcp4", ProbeKind.TCP, IpFamily.IPV4, "127.0.0.1"),
    TCP6("tcp6", ProbeKind.TCP, IpFamily.IPV6, "::1"),
    UDP4("udp4", ProbeKind.UDP, IpFamily.IPV4, "127.0.0.1"),
    UDP6("udp6", ProbeKind.UDP, IpFamily.IPV6, "::1"),
    CONNECT4("connect4", ProbeKind.CONNECT, IpFamily.IPV4, "127.0.0.1"),
    CONNECT6("connect6", ProbeKind.CONNECT, IpFamily.IPV6, "::1"),

    /**
     * 127.0.0.1 through a socket of IPv6, as Java and other dual-stack programs go there: policies for sockets of IPv4 do
     * not meet them (DOMAIN R5.44).
     */
    CONNECT_MAPPED("connect4-mapped", ProbeKind.CONNECT, IpFamily.IPV4, "::ffff:127.0.0.1"),
    RESOLVE("resolve", ProbeKind.RESOLVE, null, LocalhostName.NAME),
    ICMP4("icmp4", ProbeKind.ICMP, IpFamily.IPV4, "127.0.0.1"),
    ICMP6("icmp6", ProbeKind.ICMP, IpFamily.IPV6, "::1");

    private final String id;
    private final ProbeKind kind;
    private final @Nullable IpFamily family;
    private final String address;

    ProbeTarget(String id, ProbeKind kind, @Nullable IpFamily family, String address) {
        this.id = id;
        this.kind = kind;
        this.family = family;
        this.address = address;
    }

    /** The name in JSON and in addresses of pages. */
    public String id() {
        return id;
    }

    public ProbeKind kind() {
        return kind;
    }

    /** What is sent to, as text; the name that is looked up for {@link #RESOLVE}. */
    public String address() {
        return address;
    }

    /** {@code 127.0.0.1, TCP round trip}. */
    public String label() {
        return address + ", " + kind.label();
    }

    /** Whether its absence is a fact and no failure: a machine may do without IPv6, and forbid ICMP (R5.22, R5.35). */
    public boolean mayBeAbsent() {
        return family == IpFamily.IPV6 || kind == ProbeKind.ICMP;
    }

    /**
     * How many exchanges a round has, of those that were asked for. Connects are half as many: together they are to stay at
     * about one a second (R6.8). Of {@link #CONNECT_MAPPED} it only matters whether it succeeds.
     */
    public int samples(int asked) {
        if (this == CONNECT_MAPPED) {
            return 1;
        }
        return kind == ProbeKind.CONNECT ? (asked + 1) / 2 : asked;
    }

    /** The loopback address that it goes to. */
    public IpAddress loopback() {
        return family == IpFamily.IPV6 ? IpAddress.IPV6_LOOPBACK : IpAddress.IPV4_LOOPBACK;
    }

    /** The target with that id. */
    public static Optional<ProbeTarget> of(String id) {
        return Arrays.stream(values())
                .filter(target -> target.id.equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All targets of a kind, IPv4 first. */
    public static List<ProbeTarget> of(ProbeKind kind) {
        return Arrays.stream(values()).filter(target -> target.kind == kind).toList();
    }
}
