package dev.homeport.net;

/** The two families of Internet addresses. */
public enum IpFamily implements Named {
    IPV4,
    IPV6;

    /** The name on pages: {@code IPv4}. */
    public String label() {
        return this == IPV4 ? "IPv4" : "IPv6";
    }
}
