package dev.homeport.web.overview;

import dev.homeport.answer.elsewhere.StatePart;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.ListeningSockets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who and where Homeport is, for programs. */
@RestController
class VantageApiController implements StatePart {

    private final CachedCollector<Vantage> vantage;
    private final CachedCollector<ListeningSockets> sockets;

    VantageApiController(CachedCollector<Vantage> vantage, CachedCollector<ListeningSockets> sockets) {
        this.vantage = vantage;
        this.sockets = sockets;
    }

    @Override
    public String name() {
        return "vantage";
    }

    @Override
    public Object now() {
        return json();
    }

    @GetMapping("/api/vantage")
    VantageAnswer json() {
        return VantageAnswer.of(vantage.snapshot().reading(), sockets.snapshot().reading());
    }
}
