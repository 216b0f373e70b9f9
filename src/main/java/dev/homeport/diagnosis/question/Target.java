package dev.homeport.diagnosis.question;

import dev.homeport.diagnosis.conversation.Speech;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalhostName;
import dev.homeport.net.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to reach, or to listen on.
 *
 * @param given as it was written
 * @param name lower case, without a dot at its end; null when an address was given
 * @param address null when a name was given
 * @param isHostAssumed whether only a port was given, which means localhost
 * @param path with its query, in visible ASCII; {@code /} where none was given
 */
public record Target(
        String given,
        @Nullable String name,
        @Nullable IpAddress address,
        boolean isHostAssumed,
        int port,
        String path,
        Protocol protocol,
        Speech speech) {

    /** Whether it is this machine by its very name, or a name below that (RFC 6761). */
    public boolean isLocalhost() {
        return name != null && LocalhostName.covers(name);
    }

    /** The same at one address that it means. */
    public Target at(IpAddress one) {
        return new Target(given, null, one, isHostAssumed, port, path, protocol, speech);
    }

    /** The name, or the address as a URL has it. */
    public String host() {
        return address == null ? String.valueOf(name) : address.urlText();
    }

    /** {@code localhost:3000}. */
    public String text() {
        return host() + ":" + port;
    }
}
