package dev.homeport.addresses;

import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshots;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Optional;

/**
 * This machine, as one of its network namespaces shows it, by the last readings: all that one drawing of a page, one answer
 * or one proof is made from.
 *
 * @param enclosure what its network namespace is the inside of
 * @param map empty while the addresses are not known, without ports while the sockets are not
 */
record Machine(Seen<Interfaces> interfaces, Seen<ListeningSockets> sockets, Enclosure enclosure, AddressMap map) {

    /** What a page drawn from it carries. */
    String revision() {
        return snapshots().revision();
    }

    /** Whether it is another namespace than Homeport's own, where Homeport connects to nothing. */
    boolean isElsewhere() {
        return interfaces.isElsewhere();
    }

    /** What it is made from. */
    Snapshots snapshots() {
        return Snapshots.of(interfaces.snapshot(), sockets.snapshot());
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
        return knownInterfaces().map(known -> Reach.of(socket, map, known, enclosure));
    }
}
