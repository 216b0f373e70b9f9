package dev.homeport.web.security;

import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalhostName;
import dev.homeport.web.security.SecurityConfiguration.Access;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the person who started Homeport how to get in. A configured token is known to them, and is not repeated. */
@Component
class TokenAnnouncement {

    private static final Logger LOG = LoggerFactory.getLogger(TokenAnnouncement.class);

    private final Access access;
    private final String host;

    TokenAnnouncement(Access access, ServerProperties server) {
        this.access = access;
        this.host = host(server.getAddress());
    }

    /** A wildcard answers on localhost too, one address only there. */
    private static String host(@Nullable InetAddress bound) {
        return bound == null
                ? LocalhostName.NAME
                : IpAddress.of(bound.getAddress()).connectableUrlText();
    }

    @EventListener
    void announce(WebServerInitializedEvent event) {
        access.token()
                .filter(AccessToken::generated)
                .ifPresent(token -> LOG.info(
                        "Homeport can be reached from other machines and asks for a token. Open http://{}:{}/?{}={}",
                        host,
                        event.getWebServer().getPort(),
                        TokenFilter.PARAMETER,
                        token.value()));
    }
}
