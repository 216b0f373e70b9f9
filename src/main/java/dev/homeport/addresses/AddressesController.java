package dev.homeport.addresses;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.LiveFragment;
import dev.homeport.answer.elsewhere.AnyNamespace;
import dev.homeport.reading.Conclusion;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

    private final CurrentMachine machine;
    private final Proofs proofs;
    private final Conclusion<List<MapColumn>> folded = new Conclusion<>();

    AddressesController(CurrentMachine machine, Proofs proofs) {
        this.machine = machine;
        this.proofs = proofs;
    }

    @AnyNamespace
    @GetMapping("/addresses")
    String page(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        fill(machine.in(parameters, response), parameters, model, response);
        return "addresses";
    }

    @AnyNamespace
    @GetMapping(
            path = "/addresses",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        Machine now = machine.in(parameters, response);
        if (LiveFragment.isCurrent(now.revision(), parameters.getFirst("revision"), response)) {
            return null;
        }
        fill(now, parameters, model, response);
        return "addresses :: live";
    }

    /** The address that stands in the browser after a proof was refused. */
    @GetMapping("/addresses/proofs")
    String back() {
        return "redirect:/addresses";
    }

    /** Tries the port of a socket, and goes back to the page as it was, with what came of it. */
    @PostMapping("/addresses/proofs")
    String prove(
            @RequestParam(required = false) @Nullable String socket,
            @RequestParam MultiValueMap<String, String> parameters) {
        String id = proofs.prove(socket).socket();
        return "redirect:" + AddressesState.unfiltered(parameters).atProofOf(id);
    }

    private void fill(
            Machine now, MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        AddressesState state;
        String error = null;
        try {
            state = AddressesState.of(parameters);
        } catch (BadParameter e) {
            state = AddressesState.unfiltered(parameters);
            error = e.sentence();
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("page", AddressesPage.of(now, state, folded, proofs::last, error));
        model.addAttribute("revision", now.revision());
    }
}
