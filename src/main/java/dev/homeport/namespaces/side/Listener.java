package dev.homeport.namespaces.side;

import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.processes.ForwardTarget;
import org.jspecify.annotations.Nullable;

/**
 * A server's socket on a side.
 *
 * @param takesIpv4 null when it is not known whether it takes IPv4 beside IPv6
 * @param device the interface to which it is bound; null when it is to none, or the source does not tell
 * @param process null when it is not known
 * @param isForwarded whether its process only forwards: what happens to who connects, is decided elsewhere (DOMAIN R2.65,
 *     R8.17)
 * @param forwards what its process forwards to; null when it forwards nothing, or does not tell
 */
public record Listener(
        Protocol protocol,
        Endpoint bind,
        BindScope scope,
        @Nullable Boolean takesIpv4,
        @Nullable String device,
        @Nullable String process,
        boolean isForwarded,
        @Nullable ForwardTarget forwards) {

    /** Whether it takes connections of {@code family}; what is not known counts as yes. */
    public boolean takes(IpFamily family) {
        return family == IpFamily.IPV4
                ? takesIpv4 == null || takesIpv4
                : bind.address().family() == IpFamily.IPV6;
    }
}
