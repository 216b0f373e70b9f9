package dev.homeport.addresses;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Findings;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is reachable that should not be, and what is not that seems to be. */
@Component
class AddressFindings implements Findings {

    private final CachedCollector<Interfaces> interfaces;
    private final CachedCollector<ListeningSockets> sockets;
    private final CachedCollector<Vantage> vantage;
    private final CurrentMap maps;

    AddressFindings(
            CachedCollector<Interfaces> interfaces,
            CachedCollector<ListeningSockets> sockets,
            CachedCollector<Vantage> vantage,
            CurrentMap maps) {
        this.interfaces = interfaces;
        this.sockets = sockets;
        this.vantage = vantage;
        this.maps = maps;
    }

    @Override
    public List<Finding> now() {
        Optional<Interfaces> known = interfaces.snapshot().reading().latest();
        Optional<ListeningSockets> listening = sockets.snapshot().reading().latest();
        boolean isContainer =
                vantage.snapshot().reading().latest().map(Vantage::container).isPresent();
        if (known.isEmpty() || listening.isEmpty()) {
            return List.of();
        }
        AddressMap map = maps.of(known.get(), listening.get());
        return ExposureRules.findings(known.get(), map, listening.get().sockets(), isContainer);
    }

    @Override
    public List<Reading<?>> readings() {
        return List.of(interfaces.snapshot().reading(), sockets.snapshot().reading());
    }
}
