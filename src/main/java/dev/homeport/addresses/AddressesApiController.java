package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.platform.Container;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.SocketFilter;
import dev.homeport.sockets.SocketRole;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The addresses and who answers there, for programs. */
@RestController
class AddressesApiController {

    private final CachedCollector<Interfaces> interfaces;
    private final CachedCollector<ListeningSockets> sockets;
    private final CachedCollector<Vantage> vantage;
    private final CurrentMap maps;
    private final Proofs proofs;

    AddressesApiController(
            CachedCollector<Interfaces> interfaces,
            CachedCollector<ListeningSockets> sockets,
            CachedCollector<Vantage> vantage,
            CurrentMap maps,
            Proofs proofs) {
        this.interfaces = interfaces;
        this.sockets = sockets;
        this.vantage = vantage;
        this.maps = maps;
        this.proofs = proofs;
    }

    @GetMapping("/api/addresses")
    AddressesAnswer json() {
        return AddressesAnswer.of(
                interfaces.snapshot().reading(), sockets.snapshot().reading(), maps);
    }

    /** With the filters of {@code /api/sockets}. */
    @GetMapping("/api/addresses/reach")
    ReachAnswer reach(@RequestParam MultiValueMap<String, String> parameters) {
        SocketFilter filter = SocketFilter.of(parameters);
        Reading<Interfaces> known = interfaces.snapshot().reading();
        Reading<ListeningSockets> listening = sockets.snapshot().reading();
        Container container =
                vantage.snapshot().reading().latest().map(Vantage::container).orElse(null);
        List<Reach> reach = known.latest()
                .flatMap(all -> listening
                        .latest()
                        .map(now -> now.sockets().stream()
                                .filter(socket -> socket.role() != SocketRole.BOUND)
                                .filter(filter)
                                .map(socket -> Reach.of(socket, maps.of(all, now), all, container))
                                .toList()))
                .orElse(List.of());
        return ReachAnswer.of(Reading.lessFresh(known, listening), reach);
    }

    /** Connects to the port of one socket at each address of this machine. */
    @PostMapping("/api/addresses/proofs")
    ProofAnswer prove(@RequestParam(required = false) @Nullable String socket) {
        return ProofAnswer.of(proofs.prove(socket));
    }
}
