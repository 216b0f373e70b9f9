package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.IpAddress;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who can reach a socket, as an upper bound by where it answers (DOMAIN 1.3), with what can make that narrower or wider
 * beside it, never merged into it (R1.30).
 *
 * @param answersAt the addresses at which it answers
 * @param access one for each {@link Audience}, from near to far
 * @param remote what to type on another computer; null when there is nothing
 * @param whyNotRemote why there is nothing, and what to change; null when there is something
 */
public record Reach(
        ListeningSocket socket,
        List<LocalAddress> answersAt,
        List<Access> access,
        @Nullable RemoteUrl remote,
        @Nullable String whyNotRemote,
        List<Caveat> caveats) {

    public Reach {
        answersAt = List.copyOf(answersAt);
        access = List.copyOf(access);
        caveats = List.copyOf(caveats);
    }

    /**
     * @param map of all sockets
     * @param enclosure what its network namespace is the inside of
     */
    static Reach of(ListeningSocket socket, AddressMap map, Interfaces interfaces, Enclosure enclosure) {
        List<LocalAddress> answersAt = map.answeredBy(socket);
        List<LocalAddress> openAt = map.openAt(socket);
        boolean isGroup = isGroup(socket, interfaces);
        List<Access> access =
                isGroup ? GroupAudiences.of(socket) : new Audiences(socket, map, answersAt, openAt, interfaces).all();
        Access here = access.get(Audience.HERE.ordinal());
        String nowhere = here.verdict() == Access.Verdict.NO ? here.because() : null;
        RemoteAccess remote = new RemoteAccess(socket, openAt, isGroup, nowhere, interfaces, enclosure);
        RemoteUrl url = remote.url();
        return new Reach(
                socket,
                answersAt,
                access,
                url,
                url == null ? remote.whyNot() : null,
                Caveats.of(socket, openAt, map.cellsOf(socket), interfaces, enclosure));
    }

    /** Whether {@code audience} can reach {@code socket}. */
    static Access.Verdict verdict(Audience audience, ListeningSocket socket, AddressMap map, Interfaces interfaces) {
        if (isGroup(socket, interfaces)) {
            return GroupAudiences.of(socket).get(audience.ordinal()).verdict();
        }
        return new Audiences(socket, map, map.answeredBy(socket), map.openAt(socket), interfaces)
                .of(audience)
                .verdict();
    }

    private static boolean isGroup(ListeningSocket socket, Interfaces interfaces) {
        IpAddress address = socket.bind().address();
        return switch (address.addressClass()) {
            case UNSPECIFIED -> false;
            case MULTICAST, BROADCAST -> true;
            default -> interfaces.isBroadcast(address);
        };
    }
}
