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
 * @param inside where it leads to; what the forwarder does not tell of it is null
 * @param by who forwards; null when that may not be seen
 * @param isContainerTold whether the forwarder itself tells which container it is
 * @param inference how the port inside is known, where the forwarder does not tell it, a sentence; null where it does
 * @param behind what is there in the container, and what that means for who connects, a sentence
 * @param works whether something in the container takes what arrives; null when that is not known
 */
public record PublishedPort(
        String host,
        Protocol protocol,
        Endpoint outside,
        BindScope scope,
        Inside inside,
        @Nullable String by,
        boolean isContainerTold,
        @Nullable String inference,
        String behind,
        @Nullable Boolean works) {

    /** Where it leads to. */
    public record Inside(@Nullable String address, @Nullable Integer port) {

        /** {@code 172.17.0.2:80}, with words for what is not known. */
        public String text() {
            return (address == null ? "the container" : address)
                    + (port == null ? ", which port is not told" : ":" + port);
        }
    }

    /** Whether the forwarder tells all of it. */
    public boolean isCertain() {
        return inference == null;
    }

    /** Whether {@code listener} of {@code side} is certainly but the host's end of it. */
    boolean isDoorOf(Side side, Listener listener) {
        return isContainerTold
                && side.id().equals(host)
                && listener.protocol() == protocol
                && listener.bind().equals(outside);
    }

    /** Whether {@code listener} of {@code side} certainly takes what comes through it. */
    boolean leadsTo(Side side, Listener listener) {
        IpAddress bind = listener.bind().address();
        return isCertain()
                && Boolean.TRUE.equals(works)
                && !side.id().equals(host)
                && listener.protocol() == protocol
                && Integer.valueOf(listener.bind().port()).equals(inside.port())
                && (bind.isUnspecified() || bind.text().equals(inside.address()));
    }

    /** Whether it would lead to {@code listener} of {@code side}, if that took what arrives. */
    boolean missesOnly(Side side, Listener listener) {
        return Boolean.FALSE.equals(works)
                && !side.id().equals(host)
                && listener.protocol() == protocol
                && Integer.valueOf(listener.bind().port()).equals(inside.port());
    }

    /** How the container was started, {@code -p 127.0.0.1:8080:80}; the host's wildcards are what is said when nothing is. */
    public String flag() {
        String address =
                outside.address().isUnspecified() ? "" : outside.address().urlText() + ":";
        String suffix = protocol == Protocol.UDP ? "/udp" : "";
        return "-p " + address + outside.port() + ":" + (inside.port() == null ? "…" : inside.port()) + suffix;
    }
}
