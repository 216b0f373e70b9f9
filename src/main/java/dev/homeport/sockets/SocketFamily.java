package dev.homeport.sockets;

import java.util.Locale;

/** Which family of addresses a socket accepts traffic for. */
public enum SocketFamily {
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

    /** The words on the page. */
    public String label() {
        return label;
    }

    /** The name in JSON: {@code ipv4}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
