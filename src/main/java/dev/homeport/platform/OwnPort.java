package dev.homeport.platform;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The port on which Homeport itself answers: the one that is certain to have a server when loopback works. */
@Component
public class OwnPort {

    private static final int USUAL = 8080;

    private volatile int number = USUAL;

    @EventListener
    void remember(WebServerInitializedEvent event) {
        boolean isForPages = event.getApplicationContext().getServerNamespace() == null;
        number = isForPages ? event.getWebServer().getPort() : number;
    }

    /** From 1 to 65535. */
    public int number() {
        return number;
    }
}
