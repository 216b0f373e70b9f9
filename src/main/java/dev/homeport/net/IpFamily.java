package dev.homeport.net;

import java.util.Locale;

/** The two families of Internet addresses. */
public enum IpFamily {
    IPV4,
    IPV6;

    /** The name in JSON: {@code ipv4}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name on pages: {@code IPv4}. */
    public String label() {
        return this == IPV4 ? "IPv4" : "IPv6";
    }
}
