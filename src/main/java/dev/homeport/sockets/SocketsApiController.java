package dev.homeport.sockets;

import dev.homeport.answer.elsewhere.AnyNamespace;
import dev.homeport.answer.elsewhere.EachNamespace;
import dev.homeport.answer.elsewhere.Elsewhere;
import dev.homeport.answer.elsewhere.Seen;
import dev.homeport.answer.elsewhere.StatePart;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The sockets for programs: JSON and CSV, with the filters of the page. */
@RestController
class SocketsApiController implements StatePart {

    private final EachNamespace<ListeningSockets> sockets;
    private final CachedCollector<Vantage> vantage;

    SocketsApiController(
            CachedCollector<ListeningSockets> sockets,
            ObjectProvider<Elsewhere<ListeningSockets>> elsewhere,
            CachedCollector<Vantage> vantage) {
        this.sockets = new EachNamespace<>(sockets::snapshot, elsewhere);
        this.vantage = vantage;
    }

    @Override
    public String name() {
        return "sockets";
    }

    @Override
    public Object now() {
        return SocketsAnswer.of(sockets.own(), SocketFilter.ALL);
    }

    @AnyNamespace
    @GetMapping("/api/sockets")
    SocketsAnswer json(@RequestParam MultiValueMap<String, String> parameters) {
        SocketFilter filter = SocketFilterParser.parse(SocketsRequest.of(parameters));
        return SocketsAnswer.of(sockets.in(parameters), filter);
    }

    /** A table without rows would say that nothing listens: where there is no reading, there is no table. */
    @AnyNamespace
    @GetMapping("/api/sockets.csv")
    ResponseEntity<String> csv(@RequestParam MultiValueMap<String, String> parameters) {
        SocketFilter filter = SocketFilterParser.parse(SocketsRequest.of(parameters));
        Seen<ListeningSockets> seen = sockets.in(parameters);
        Reading<ListeningSockets> reading = seen.reading();
        ListeningSockets all = reading.latest()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.SERVICE_UNAVAILABLE, reading.whyNotFresh().orElse(null)));
        List<ListeningSocket> matching = all.sockets().stream().filter(filter).toList();
        String host =
                vantage.snapshot().reading().latest().map(Vantage::hostname).orElse("localhost");
        return SocketsCsv.of(
                matching,
                seen.isElsewhere() ? host + "-" + seen.elsewhere() : host,
                reading.valueTakenAt().orElseGet(Instant::now));
    }
}
