package dev.homeport.localhost;

import dev.homeport.hosts.resolver.Answer;
import dev.homeport.hosts.resolver.Resolvers;
import dev.homeport.net.IpAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Programs that understand {@code localhost} in one way: where they look it up, in which order they try the addresses,
 * and whether they try a second one when the first refuses (DOMAIN R3.2, R3.6).
 */
enum Client {
    NATIVE(
            "Python, wget, nc, Node.js 20 and later",
            "ask this system’s resolver and try one address after the other",
            true) {
        @Override
        List<IpAddress> addresses(Resolvers resolvers, String name) {
            return resolvers.system(name).any().stream().distinct().toList();
        }
    },
    FIRST_ONLY("Node.js 17 to 19", "ask this system’s resolver and try the first address alone", false) {
        @Override
        List<IpAddress> addresses(Resolvers resolvers, String name) {
            return resolvers.system(name).any().stream().distinct().toList();
        }
    },
    JAVA("Java", "asks this system’s resolver, puts IPv4 first and tries that one alone", false) {
        @Override
        List<IpAddress> addresses(Resolvers resolvers, String name) {
            return resolvers.jvmByDefault(name).any().stream().distinct().toList();
        }
    },
    JAVA_IPV6("Java with preferIPv6Addresses=true", "puts IPv6 first and tries that one alone", false) {
        @Override
        List<IpAddress> addresses(Resolvers resolvers, String name) {
            return resolvers.jvmByDefault(name).any().stream()
                    .distinct()
                    .sorted(Comparator.comparing(IpAddress::family).reversed())
                    .toList();
        }
    },
    IPV4_ONLY("Programs that ask for IPv4 alone", "like wget -4 and older software", true) {
        @Override
        List<IpAddress> addresses(Resolvers resolvers, String name) {
            return resolvers.system(name).ipv4().stream().distinct().toList();
        }
    },
    CURL("curl", "knows localhost by heart, as ::1 and 127.0.0.1, and tries both", true) {
        @Override
        List<IpAddress> addresses(Resolvers resolvers, String name) {
            return byHeart(name, resolvers.system(name));
        }
    },
    BROWSER("Chrome and Firefox", "know localhost by heart, as ::1 and 127.0.0.1, and try both", true) {
        @Override
        List<IpAddress> addresses(Resolvers resolvers, String name) {
            return byHeart(name, resolvers.system(name));
        }
    };

    private final String label;
    private final String habit;
    private final boolean fallsBack;

    Client(String label, String habit, boolean fallsBack) {
        this.label = label;
        this.habit = habit;
        this.fallsBack = fallsBack;
    }

    /** The addresses that it tries for {@code name}, in its order; none when the name is unknown to it. */
    abstract List<IpAddress> addresses(Resolvers resolvers, String name);

    /** The name and all below it are loopback to these, whatever a file says. */
    private static List<IpAddress> byHeart(String name, Answer otherwise) {
        String plain = name.toLowerCase(Locale.ROOT);
        boolean known = plain.equals("localhost") || plain.endsWith(".localhost");
        return known ? List.of(IpAddress.IPV6_LOOPBACK, IpAddress.IPV4_LOOPBACK) : otherwise.any();
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

    /** The name in JSON: {@code first-only}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
