package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.platform.Container;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * This machine as its last readings have it: all that one drawing of a page, one answer or one proof is made from.
 *
 * @param container the one that Homeport, and so everything it sees, runs in; null when it runs in none
 * @param map empty while the addresses are not known, without ports while the sockets are not
 */
record Machine(
        Snapshot<Interfaces> interfaces,
        Snapshot<ListeningSockets> sockets,
        @Nullable Container container,
        AddressMap map) {

    /** What a page drawn from it carries. */
    String revision() {
        return interfaces.revision() + "~" + sockets.revision();
    }

    /** The reading that says less. */
    Reading<?> lessFresh() {
        return Reading.lessFresh(interfaces.reading(), sockets.reading());
    }

    Optional<Interfaces> knownInterfaces() {
        return interfaces.reading().latest();
    }

    /** The sockets, none while they are not known. */
    List<ListeningSocket> listening() {
        return sockets.reading().latest().map(ListeningSockets::sockets).orElse(List.of());
    }

    /** Who can reach {@code socket}; empty while the addresses are not known. */
    Optional<Reach> reach(ListeningSocket socket) {
        return knownInterfaces().map(known -> Reach.of(socket, map, known, container));
    }
}
