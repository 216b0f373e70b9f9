package dev.homeport.hosts;

import java.util.List;

/** What the rules for hosts files have to know of the sockets that listen: told by a room above, which knows both. */
public interface PortsInUse {

    /** Nothing is known of them. */
    PortsInUse UNKNOWN = new PortsInUse() {
        @Override
        public List<Integer> onlyOnIpv6Loopback() {
            return List.of();
        }

        @Override
        public List<Integer> webOnIpv4Loopback() {
            return List.of();
        }
    };

    /** TCP ports on which {@code ::1} answers and {@code 127.0.0.1} does not. */
    List<Integer> onlyOnIpv6Loopback();

    /** Which of 80 and 443 answer on {@code 127.0.0.1}. */
    List<Integer> webOnIpv4Loopback();
}
