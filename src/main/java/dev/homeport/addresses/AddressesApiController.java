package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.ListeningSockets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The addresses and who answers there, for programs. */
@RestController
class AddressesApiController {

    private final CachedCollector<Interfaces> interfaces;
    private final CachedCollector<ListeningSockets> sockets;

    private final CurrentMap maps;
    private final Proofs proofs;

    AddressesApiController(
            CachedCollector<Interfaces> interfaces,
            CachedCollector<ListeningSockets> sockets,
            CurrentMap maps,
            Proofs proofs) {
        this.interfaces = interfaces;
        this.sockets = sockets;
        this.maps = maps;
        this.proofs = proofs;
    }

    @GetMapping("/api/addresses")
    AddressesAnswer json() {
        return AddressesAnswer.of(
                interfaces.snapshot().reading(), sockets.snapshot().reading(), maps);
    }

    /** Connects to the port of one socket at each address of this machine. */
    @PostMapping("/api/addresses/proofs")
    ProofAnswer prove(@RequestParam(required = false) @Nullable String socket) {
        return ProofAnswer.of(proofs.prove(socket));
    }
}
