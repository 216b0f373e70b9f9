package dev.homeport.localhost;

import dev.homeport.answer.elsewhere.StatePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What localhost means here, for programs. */
@RestController
class LocalhostApiController implements StatePart {

    private final CurrentLocalhost localhost;

    LocalhostApiController(CurrentLocalhost localhost) {
        this.localhost = localhost;
    }

    @Override
    public String name() {
        return "localhost";
    }

    @Override
    public Object now() {
        return json();
    }

    @GetMapping("/api/localhost")
    LocalhostAnswer json() {
        return LocalhostAnswer.of(localhost.now(), localhost.path(), localhost.proxies());
    }
}
