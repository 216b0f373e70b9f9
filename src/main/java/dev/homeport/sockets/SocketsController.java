package dev.homeport.sockets;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.LiveFragment;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Snapshot;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page {@code /sockets} and its live fragment. */
@Controller
class SocketsController {

    private final CachedCollector<ListeningSockets> sockets;
    private final CachedCollector<Vantage> vantage;
    private final OsFamily osFamily;

    SocketsController(CachedCollector<ListeningSockets> sockets, CachedCollector<Vantage> vantage, OsFamily osFamily) {
        this.sockets = sockets;
        this.vantage = vantage;
        this.osFamily = osFamily;
    }

    @GetMapping("/sockets")
    String page(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        fill(sockets.snapshot(), SocketsRequest.of(parameters), model, response);
        return "sockets";
    }

    @GetMapping(
            path = "/sockets",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        Snapshot<ListeningSockets> snapshot = sockets.snapshot();
        SocketsRequest request = SocketsRequest.of(parameters);
        if (LiveFragment.isCurrent(snapshot.revision(), request.revision(), response)) {
            return null;
        }
        fill(snapshot, request, model, response);
        return "sockets :: live";
    }

    private void fill(
            Snapshot<ListeningSockets> snapshot, SocketsRequest request, Model model, HttpServletResponse response) {
        SocketsState state;
        String error = null;
        try {
            state = SocketsState.of(request);
        } catch (BadParameter e) {
            state = SocketsState.unfiltered(request);
            error = e.sentence();
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute(
                "page", SocketsPage.of(snapshot.reading(), vantage.snapshot().reading(), osFamily, state, error));
        model.addAttribute("revision", snapshot.revision());
    }
}
