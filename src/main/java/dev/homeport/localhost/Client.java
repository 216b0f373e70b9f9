package dev.homeport.localhost;

import dev.homeport.hosts.resolver.Resolvers;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalhostName;
import dev.homeport.net.Named;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Programs that understand {@code localhost} in one way: where they look it up, in which order they try the addresses,
 * and whether they try a second one when the first refuses (DOMAIN R3.2, R3.6).
 */
public enum Client implements Named {
    NATIVE(
            "Python, wget, nc, Node.js 20 and later",
            "ask this system’s resolver and try one address after the other",
            true,
            Client::asTheSystemSays),
    FIRST_ONLY(
            "Node.js 17 to 19",
            "ask this system’s resolver and try the first address alone",
            false,
            Client::asTheSystemSays),
    JAVA(
            "Java",
            "asks this system’s resolver, puts IPv4 first and tries that one alone",
            false,
            (resolvers, name) -> resolvers.jvmByDefault(name).any()),
    JAVA_IPV6(
            "Java with preferIPv6Addresses=true",
            "puts IPv6 first and tries that one alone",
            false,
            Client::ipv6FirstInJava),
    IPV4_ONLY(
            "Programs that ask for IPv4 alone",
            "like wget -4 and older software",
            true,
            (resolvers, name) -> resolvers.system(name).ipv4()),
    CURL("curl", "knows localhost by heart, as ::1 and 127.0.0.1, and tries both", true, Client::byHeart),
    BROWSER("Chrome and Firefox", "know localhost by heart, as ::1 and 127.0.0.1, and try both", true, Client::byHeart);

    private final String label;
    private final String habit;
    private final boolean fallsBack;
    private final BiFunction<Resolvers, String, List<IpAddress>> lookUp;

    Client(String label, String habit, boolean fallsBack, BiFunction<Resolvers, String, List<IpAddress>> lookUp) {
        this.label = label;
        this.habit = habit;
        this.fallsBack = fallsBack;
        this.lookUp = lookUp;
    }

    /** The addresses that it tries for {@code name}, in its order; none when the name is unknown to it. */
    public List<IpAddress> addresses(Resolvers resolvers, String name) {
        return lookUp.apply(resolvers, name).stream().distinct().toList();
    }

    private static List<IpAddress> asTheSystemSays(Resolvers resolvers, String name) {
        return resolvers.system(name).any();
    }

    private static List<IpAddress> ipv6FirstInJava(Resolvers resolvers, String name) {
        return resolvers.jvmByDefault(name).any().stream()
                .sorted(Comparator.comparing(IpAddress::family).reversed())
                .toList();
    }

    /** The name and all below it are loopback to these, whatever a file says. */
    private static List<IpAddress> byHeart(Resolvers resolvers, String name) {
        return LocalhostName.covers(name)
                ? List.of(IpAddress.IPV6_LOOPBACK, IpAddress.IPV4_LOOPBACK)
                : asTheSystemSays(resolvers, name);
    }

    /** Whether it tries the next address when one refuses. */
    public boolean fallsBack() {
        return fallsBack;
    }

    /** For people: {@code Java}. */
    public String label() {
        return label;
    }

    /** What it does with the name. */
    public String habit() {
        return habit;
    }

    /** Whether programs like it are in everybody's use today. */
    boolean isCommon() {
        return this != FIRST_ONLY && this != JAVA_IPV6 && this != IPV4_ONLY;
    }
}
