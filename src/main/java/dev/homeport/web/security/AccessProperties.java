package dev.homeport.web.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use Homeport.
 *
 * @param allowedHosts {@code homeport.allowed-hosts}: further names that the Host header may have
 * @param token {@code homeport.token}: the secret to show; set, it is always asked for
 * @param auth {@code homeport.auth}: {@code auto} asks for a token when other machines can reach Homeport, {@code off}
 *     never does
 */
@ConfigurationProperties("homeport")
record AccessProperties(
        @DefaultValue List<String> allowedHosts,
        @Nullable String token,
        @DefaultValue("auto") Auth auth) {

    private static final int SHORTEST_TOKEN = 8;

    enum Auth {
        AUTO,
        OFF
    }

    AccessProperties {
        if (token != null && token.strip().length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("homeport.token takes a secret of at least 8 characters; without one, "
                    + "Homeport makes its own when it needs it");
        }
        allowedHosts = allowedHosts.stream().map(HostAllowList::checked).toList();
    }
}
