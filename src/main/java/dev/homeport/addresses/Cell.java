package dev.homeport.addresses;

import dev.homeport.net.Named;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketLookup;
import java.util.List;

/**
 * What happens at one address and port.
 *
 * @param sockets who answers, or would if anything arrived; of several, each gets a share, or one of them all
 * @param isCertain false when what is known of the sockets leaves it open
 */
public record Cell(Kind kind, List<ListeningSocket> sockets, boolean isCertain) {

    /** Through which socket an address answers. */
    public enum Kind implements Named {
        /** One that is bound to this very address. */
        OWN,
        /** One that is bound to all addresses. */
        WILDCARD,
        /** None. */
        NOBODY,
        /** Nothing that is sent to the address arrives. */
        CUT_OFF
    }

    public Cell {
        sockets = List.copyOf(sockets);
    }

    static Cell of(List<ListeningSocket> onPort, LocalAddress address) {
        SocketLookup.Choice choice = SocketLookup.choose(onPort, address.address(), address.interfaceName());
        if (choice.sockets().isEmpty()) {
            return new Cell(Kind.NOBODY, List.of(), true);
        } else if (address.obstacle() != null || isBehindADeadDevice(choice, address)) {
            return new Cell(Kind.CUT_OFF, choice.sockets(), choice.isCertain());
        }
        return new Cell(choice.isOwn() ? Kind.OWN : Kind.WILDCARD, choice.sockets(), choice.isCertain());
    }

    /** What a socket is bound to a device for does not arrive while the device is off (DOMAIN R1.35). */
    private static boolean isBehindADeadDevice(SocketLookup.Choice choice, LocalAddress address) {
        return !address.link().isUp() && choice.sockets().stream().allMatch(socket -> socket.device() != null);
    }

    /** Whether {@code socket} is chosen, whether or not anything arrives. */
    boolean isHeldBy(ListeningSocket socket) {
        return sockets.stream().anyMatch(one -> one.id().equals(socket.id()));
    }

    /** Whether {@code socket} does, alone or with others. */
    boolean isAnsweredBy(ListeningSocket socket) {
        return isAnswered() && isHeldBy(socket);
    }

    /** Whether somebody answers what this machine sends there. */
    public boolean isAnswered() {
        return kind == Kind.OWN || kind == Kind.WILDCARD;
    }

    /** What colours it: who can reach the socket that answers, by the name of its scope; else its kind. */
    public String look() {
        return isAnswered() ? sockets.get(0).scope().text() : kind.text();
    }
}
