package dev.homeport.sockets;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.LiveFragment;
import dev.homeport.answer.elsewhere.AnyNamespace;
import dev.homeport.answer.elsewhere.EachNamespace;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.platform.HostProc;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page {@code /sockets} and its live fragment. */
@Controller
class SocketsController {

    private final EachNamespace<ListeningSockets> sockets;
    private final Supplier<Terminal> terminal;

    SocketsController(
            CachedCollector<ListeningSockets> sockets,
            ObjectProvider<Elsewhere<ListeningSockets>> elsewhere,
            CachedCollector<Vantage> vantage,
            OsFamily osFamily,
            NamespaceRoot own,
            HostProc host) {
        this.sockets = new EachNamespace<>(sockets::snapshot, elsewhere);
        this.terminal = () -> Terminal.of(osFamily, vantage.snapshot().reading(), own, host);
    }

    @AnyNamespace
    @GetMapping("/sockets")
    String page(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        SocketsRequest request = SocketsRequest.of(parameters);
        fill(sockets.in(parameters, response), request, model, response);
        return "sockets";
    }

    @AnyNamespace
    @GetMapping(
            path = "/sockets",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        SocketsRequest request = SocketsRequest.of(parameters);
        Seen<ListeningSockets> seen = sockets.in(parameters, response);
        if (LiveFragment.isCurrent(seen.revision(), request.revision(), response)) {
            return null;
        }
        fill(seen, request, model, response);
        return "sockets :: live";
    }

    private void fill(Seen<ListeningSockets> seen, SocketsRequest request, Model model, HttpServletResponse response) {
        SocketsState state;
        String error = null;
        try {
            state = SocketsState.of(request);
        } catch (BadParameter e) {
            state = SocketsState.unfiltered(request);
            error = e.sentence();
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("page", SocketsPage.of(seen, terminal.get(), state, error));
        model.addAttribute("revision", seen.revision());
    }
}
