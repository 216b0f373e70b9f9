package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.sockets.ListeningSockets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The map of the last readings, kept while these are the same: pages, answers and findings draw on it far more often than
 * it changes.
 */
@Component
class CurrentMap {

    private record Made(Interfaces interfaces, ListeningSockets sockets, AddressMap map) {}

    private volatile @Nullable Made last;

    AddressMap of(Interfaces interfaces, ListeningSockets sockets) {
        Made made = last;
        if (made == null || made.interfaces() != interfaces || made.sockets() != sockets) {
            made = new Made(interfaces, sockets, AddressMap.of(interfaces, sockets.sockets()));
            last = made;
        }
        return made.map();
    }
}
