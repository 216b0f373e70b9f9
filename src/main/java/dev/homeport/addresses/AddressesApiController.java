package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.ListeningSockets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The addresses and who answers there, for programs. */
@RestController
class AddressesApiController {

    private final CachedCollector<Interfaces> interfaces;
    private final CachedCollector<ListeningSockets> sockets;

    AddressesApiController(CachedCollector<Interfaces> interfaces, CachedCollector<ListeningSockets> sockets) {
        this.interfaces = interfaces;
        this.sockets = sockets;
    }

    @GetMapping("/api/addresses")
    AddressesAnswer json() {
        return AddressesAnswer.of(
                interfaces.snapshot().reading(), sockets.snapshot().reading());
    }
}
