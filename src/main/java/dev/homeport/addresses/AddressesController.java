package dev.homeport.addresses;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.LiveFragment;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.ListeningSockets;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page {@code /addresses} and its live fragment. */
@Controller
class AddressesController {

    private final CachedCollector<Interfaces> interfaces;
    private final CachedCollector<ListeningSockets> sockets;
    private final CachedCollector<Vantage> vantage;
    private final CurrentMap maps;
    private final Proofs proofs;

    AddressesController(
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

    @GetMapping("/addresses")
    String page(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        fill(new Snapshots(interfaces.snapshot(), sockets.snapshot()), parameters, model, response);
        return "addresses";
    }

    @GetMapping(
            path = "/addresses",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        Snapshots now = new Snapshots(interfaces.snapshot(), sockets.snapshot());
        if (LiveFragment.isCurrent(now.revision(), parameters.getFirst("revision"), response)) {
            return null;
        }
        fill(now, parameters, model, response);
        return "addresses :: live";
    }

    /** Tries the port of a socket, and goes back to the page as it was, with what came of it. */
    @PostMapping("/addresses/proofs")
    String prove(
            @RequestParam(required = false) @Nullable String socket,
            @RequestParam MultiValueMap<String, String> parameters) {
        String id = proofs.prove(socket).socket();
        return "redirect:" + AddressesState.unfiltered(parameters).atProofOf(id);
    }

    /** The readings that one drawing of the page is made from. */
    private record Snapshots(Snapshot<Interfaces> interfaces, Snapshot<ListeningSockets> sockets) {

        String revision() {
            return interfaces.revision() + "~" + sockets.revision();
        }
    }

    private void fill(
            Snapshots now, MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        AddressesState state;
        String error = null;
        try {
            state = AddressesState.of(parameters);
        } catch (BadParameter e) {
            state = AddressesState.unfiltered(parameters);
            error = e.sentence();
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute(
                "page",
                AddressesPage.of(
                        now.interfaces().reading(),
                        now.sockets().reading(),
                        vantage.snapshot().reading(),
                        state,
                        maps,
                        proofs::last,
                        error));
        model.addAttribute("revision", now.revision());
    }
}
