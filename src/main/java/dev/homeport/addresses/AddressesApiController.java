package dev.homeport.addresses;

import dev.homeport.answer.elsewhere.AnyNamespace;
import dev.homeport.answer.elsewhere.StatePart;
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
class AddressesApiController implements StatePart {

    private final CurrentMachine machine;
    private final Proofs proofs;

    AddressesApiController(CurrentMachine machine, Proofs proofs) {
        this.machine = machine;
        this.proofs = proofs;
    }

    @Override
    public String name() {
        return "addresses";
    }

    @Override
    public Object now() {
        return AddressesAnswer.of(machine.now());
    }

    @AnyNamespace
    @GetMapping("/api/addresses")
    AddressesAnswer json(@RequestParam MultiValueMap<String, String> parameters) {
        return AddressesAnswer.of(machine.in(parameters));
    }

    /** With the filters of {@code /api/sockets}. */
    @AnyNamespace
    @GetMapping("/api/addresses/reach")
    ReachAnswer reach(@RequestParam MultiValueMap<String, String> parameters) {
        SocketFilter filter = SocketFilter.of(parameters);
        Machine now = machine.in(parameters);
        List<Reach> reach = now.listening().stream()
                .filter(socket -> socket.role() != SocketRole.BOUND)
                .filter(filter)
                .flatMap(socket -> now.reach(socket).stream())
                .toList();
        return ReachAnswer.of(now.lessFresh(), reach);
    }

    /** Connects to the port of one socket at each address of this machine. */
    @PostMapping("/api/addresses/proofs")
    ProofAnswer prove(@RequestParam(required = false) @Nullable String socket) {
        return ProofAnswer.of(proofs.prove(socket));
    }
}
