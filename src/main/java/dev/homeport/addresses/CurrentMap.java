package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.BindScope;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The map of the last readings, kept while these are the same: pages, answers and findings draw on it far more often than
 * it changes.
 */
@Component
public class CurrentMap {

    private record Made(Interfaces interfaces, ListeningSockets sockets, AddressMap map) {}

    private volatile @Nullable Made last;

    /**
     * Whether other machines can reach a socket, as an upper bound; what answers at a container bridge's address alone does
     * not count.
     */
    public Predicate<ListeningSocket> reachability(Interfaces interfaces, ListeningSockets sockets) {
        AddressMap map = of(interfaces, sockets);
        return socket -> socket.scope() != BindScope.CONTAINERS
                && Reach.verdict(Audience.NETWORK, socket, map, interfaces) != Access.Verdict.NO;
    }

    AddressMap of(Interfaces interfaces, ListeningSockets sockets) {
        Made made = last;
        if (made == null || made.interfaces() != interfaces || made.sockets() != sockets) {
            made = new Made(interfaces, sockets, AddressMap.of(interfaces, sockets.sockets()));
            last = made;
        }
        return made.map();
    }
}
