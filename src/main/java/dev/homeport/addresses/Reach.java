package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.platform.Container;
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
     * @param container the one that Homeport, and so everything it sees, runs in; null when it runs in none
     */
    static Reach of(ListeningSocket socket, AddressMap map, Interfaces interfaces, @Nullable Container container) {
        List<LocalAddress> answersAt = map.answeredBy(socket);
        Audiences audiences = new Audiences(socket, answersAt, map);
        RemoteAccess remote = new RemoteAccess(socket, answersAt, interfaces, container);
        RemoteUrl url = remote.url();
        return new Reach(
                socket,
                answersAt,
                audiences.all(),
                url,
                url == null ? remote.whyNot() : null,
                Caveats.of(socket, answersAt, interfaces, container));
    }

    /** Whether this audience can reach it at all. */
    public Access.Verdict of(Audience audience) {
        return access.get(audience.ordinal()).verdict();
    }
}
