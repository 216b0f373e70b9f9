package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes the last readings together. */
@Component
class CurrentMachine {

    private final CachedCollector<Interfaces> interfaces;
    private final CachedCollector<ListeningSockets> sockets;
    private final CachedCollector<Vantage> vantage;
    private final CurrentMap maps;

    CurrentMachine(
            CachedCollector<Interfaces> interfaces,
            CachedCollector<ListeningSockets> sockets,
            CachedCollector<Vantage> vantage,
            CurrentMap maps) {
        this.interfaces = interfaces;
        this.sockets = sockets;
        this.vantage = vantage;
        this.maps = maps;
    }

    Machine now() {
        Snapshot<Interfaces> links = interfaces.snapshot();
        Snapshot<ListeningSockets> listening = sockets.snapshot();
        AddressMap map = links.reading()
                .latest()
                .map(known -> listening
                        .reading()
                        .latest()
                        .map(all -> maps.of(known, all))
                        .orElseGet(() -> AddressMap.of(known, List.of())))
                .orElse(AddressMap.EMPTY);
        return new Machine(
                links,
                listening,
                vantage.snapshot().reading().latest().map(Vantage::container).orElse(null),
                map);
    }
}
