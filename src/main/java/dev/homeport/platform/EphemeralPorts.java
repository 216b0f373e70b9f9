package dev.homeport.platform;

import java.io.IOException;

/**
 * The ports that the system hands to clients (DOMAIN R1.40, R7.10).
 *
 * @param first the lowest of them
 * @param last the highest of them
 */
public record EphemeralPorts(int first, int last) {

    /** RFC 6335's dynamic ports, which macOS and Windows use by default. */
    static final EphemeralPorts DYNAMIC = new EphemeralPorts(49152, 65535);

    /** What Linux begins each network namespace with; what it is by now in another one cannot be read (DOMAIN R2.53). */
    public static final EphemeralPorts LINUX = new EphemeralPorts(32768, 60999);

    /** The range in {@code /proc/sys/net/ipv4/ip_local_port_range}; the dynamic ports where there is no such file. */
    public static EphemeralPorts read(NamespaceRoot root) {
        try {
            String[] range = root.setting("net/ipv4/ip_local_port_range").split("\\s+");
            return new EphemeralPorts(Integer.parseInt(range[0]), Integer.parseInt(range[1]));
        } catch (IOException | RuntimeException e) {
            return DYNAMIC;
        }
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    /** One of them, in the place of all. */
    public int middle() {
        return first + size() / 2;
    }

    /** How many there are. */
    public int size() {
        return last - first + 1;
    }
}
