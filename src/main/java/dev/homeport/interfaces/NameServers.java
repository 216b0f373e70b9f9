package dev.homeport.interfaces;

import dev.homeport.platform.Limit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name servers of the system's own resolver.
 *
 * @param servers in their order; null when they are not known
 * @param limit why they are not known; null when they are
 */
public record NameServers(
        @Nullable List<String> servers, @Nullable Limit limit) {

    public NameServers {
        servers = servers == null ? null : List.copyOf(servers);
    }

    static NameServers of(List<String> servers) {
        return new NameServers(servers, null);
    }

    /** @param remedy what would show them */
    static NameServers unknown(String why, String remedy) {
        return new NameServers(null, new Limit("The name servers", why, remedy));
    }

    /** Whether there are none, for sure. */
    public boolean isNone() {
        return Optional.ofNullable(servers).filter(List::isEmpty).isPresent();
    }
}
