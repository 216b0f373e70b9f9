package dev.homeport.localhost;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What localhost means here, for programs. */
@RestController
class LocalhostApiController {

    private final CurrentLocalhost localhost;

    LocalhostApiController(CurrentLocalhost localhost) {
        this.localhost = localhost;
    }

    @GetMapping("/api/localhost")
    LocalhostAnswer json() {
        return LocalhostAnswer.of(localhost.now(), localhost.path(), localhost.proxies());
    }
}
