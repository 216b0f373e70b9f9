package dev.homeport.web.security;

import dev.homeport.web.security.SecurityConfiguration.Access;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the person who started Homeport how to get in. A configured token is known to them, and is not repeated. */
@Component
class TokenAnnouncement {

    private static final Logger LOG = LoggerFactory.getLogger(TokenAnnouncement.class);

    private final Access access;

    TokenAnnouncement(Access access) {
        this.access = access;
    }

    @EventListener
    void announce(WebServerInitializedEvent event) {
        access.token()
                .filter(AccessToken::generated)
                .ifPresent(token -> LOG.info(
                        "Homeport can be reached from other machines and asks for a token. Open http://localhost:{}/?{}={}",
                        event.getWebServer().getPort(),
                        TokenFilter.PARAMETER,
                        token.value()));
    }
}
