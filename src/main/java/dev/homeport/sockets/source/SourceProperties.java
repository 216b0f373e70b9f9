package dev.homeport.sockets.source;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the sockets are read.
 *
 * @param source {@code homeport.sockets.source}: {@code auto}, {@code sock-diag} or {@code oshi}
 */
@ConfigurationProperties("homeport.sockets")
record SourceProperties(@DefaultValue("auto") Choice source) {

    enum Choice {
        /** sock_diag where there is such a thing, else OSHI. */
        AUTO,
        SOCK_DIAG,
        OSHI
    }
}
