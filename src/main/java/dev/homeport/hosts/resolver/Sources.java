package dev.homeport.hosts.resolver;

import dev.homeport.net.IpAddress;
import java.util.Optional;

/** The addresses that this machine would send from: {@link dev.homeport.platform.SourceAddress}, or a test's. */
@FunctionalInterface
public interface Sources {

    /** Empty when there is no way to {@code address}. */
    Optional<IpAddress> towards(IpAddress address);
}
