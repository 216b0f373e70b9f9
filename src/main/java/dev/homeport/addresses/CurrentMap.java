package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.reading.Conclusion;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The map of the last readings: pages, answers and findings draw on it far more often than it changes. */
@Component
public class CurrentMap {

    private final Conclusion<AddressMap> map = new Conclusion<>();
    private final Conclusion<Set<String>> reachable = new Conclusion<>();

    /** Whether other machines can reach a socket: see {@link AddressMap#isReachableFromElsewhere}. */
    public Predicate<ListeningSocket> reachability(Interfaces interfaces, ListeningSockets sockets) {
        AddressMap known = of(interfaces, sockets);
        Set<String> ids = reachable.from(
                () -> sockets.sockets().stream()
                        .filter(socket -> known.isReachableFromElsewhere(socket, interfaces))
                        .map(ListeningSocket::id)
                        .collect(Collectors.toSet()),
                known);
        return socket -> ids.contains(socket.id());
    }

    AddressMap of(Interfaces interfaces, ListeningSockets sockets) {
        return map.from(() -> AddressMap.of(interfaces, sockets.sockets()), interfaces, sockets);
    }
}
