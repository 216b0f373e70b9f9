package dev.homeport.hosts.lint;

import java.util.List;

/**
 * What the rules for hosts files have to know of the sockets that listen: told by a room above, which knows both.
 *
 * @param onlyOnIpv6Loopback TCP ports on which {@code ::1} answers and {@code 127.0.0.1} does not
 * @param webOnIpv4Loopback which of 80 and 443 answer on {@code 127.0.0.1}
 */
public record PortsInUse(List<Integer> onlyOnIpv6Loopback, List<Integer> webOnIpv4Loopback) {

    /** Nothing is known of them. */
    public static final PortsInUse UNKNOWN = new PortsInUse(List.of(), List.of());

    public PortsInUse {
        onlyOnIpv6Loopback = List.copyOf(onlyOnIpv6Loopback);
        webOnIpv4Loopback = List.copyOf(webOnIpv4Loopback);
    }
}
