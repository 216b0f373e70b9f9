package dev.homeport.namespaces.peer;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which other Homeports to compare with.
 *
 * @param peers {@code homeport.peers.<name>}: where each is, with its token where it asks for one:
 *     {@code http://host.docker.internal:8080/?token=…}
 */
@ConfigurationProperties("homeport")
record PeerProperties(@Nullable Map<String, String> peers) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    /** @throws IllegalArgumentException naming the setting that makes no sense, and what it takes */
    PeerProperties {
        peers = new TreeMap<>(peers == null ? Map.of() : peers);
        peers.forEach((name, address) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "homeport.peers.<name> takes a name of up to 40 letters, digits, dots, "
                                + "hyphens and underscores, not “" + name + "”");
            }
            Peer.of(name, address);
        });
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "peers " + peers.keySet();
    }
}
