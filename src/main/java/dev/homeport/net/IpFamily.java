package dev.homeport.net;

/** The two families of Internet addresses. */
public enum IpFamily {
    IPV4,
    IPV6
}
