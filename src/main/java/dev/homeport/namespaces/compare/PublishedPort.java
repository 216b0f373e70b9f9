package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.Listener;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A port of the host behind which a container is.
 *
 * @param host the id of the side that listens for the container
 * @param outside where the host listens for it
 * @param scope who reaches that
 * @param inside where it leads to; the address is the container's, and null where the forwarder does not tell it
 * @param by who forwards; null when that may not be seen
 * @param isCertain whether the forwarder itself tells so; else it is inferred from the same number on both sides
 * @param behind what is there in the container, and what that means for who connects, a sentence
 * @param works whether something in the container takes what arrives
 */
public record PublishedPort(
        String host,
        Protocol protocol,
        Endpoint outside,
        BindScope scope,
        Inside inside,
        @Nullable String by,
        boolean isCertain,
        String behind,
        boolean works) {

    /** Where it leads to. */
    public record Inside(@Nullable String address, int port) {}

    /** Whether {@code listener} of {@code side} is certainly but the host's end of it. */
    boolean isDoorOf(Side side, Listener listener) {
        return isCertain
                && side.id().equals(host)
                && listener.protocol() == protocol
                && listener.bind().equals(outside);
    }

    /** Whether {@code listener} of {@code side} certainly takes what comes through it. */
    boolean leadsTo(Side side, Listener listener) {
        IpAddress bind = listener.bind().address();
        return isCertain
                && works
                && !side.id().equals(host)
                && listener.protocol() == protocol
                && listener.bind().port() == inside.port()
                && (bind.isUnspecified() || bind.text().equals(inside.address()));
    }

    /** How the container was started, {@code -p 127.0.0.1:8080:80}; the host's wildcards are what is said when nothing is. */
    public String flag() {
        String address =
                outside.address().isUnspecified() ? "" : outside.address().urlText() + ":";
        String suffix = protocol == Protocol.UDP ? "/udp" : "";
        return "-p " + address + outside.port() + ":" + inside.port() + suffix;
    }
}
