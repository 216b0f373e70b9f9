package dev.homeport.interfaces;

import dev.homeport.interfaces.source.Route;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where packets go for which no other route is.
 *
 * @param address the next router; null when the interface leads there by itself, as tunnels do
 */
public record Gateway(
        IpFamily family,
        @Nullable IpAddress address,
        @Nullable String interfaceName) {

    static Optional<Gateway> of(Route route) {
        return route.isDefault()
                ? Optional.of(new Gateway(route.family(), route.gateway(), route.interfaceName()))
                : Optional.empty();
    }
}
