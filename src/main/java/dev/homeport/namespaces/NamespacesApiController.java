package dev.homeport.namespaces;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The network namespaces in sight, for programs. */
@RestController
class NamespacesApiController {

    private final CurrentNamespaces namespaces;

    NamespacesApiController(CurrentNamespaces namespaces) {
        this.namespaces = namespaces;
    }

    @GetMapping("/api/namespaces")
    NamespacesAnswer json() {
        return NamespacesAnswer.of(namespaces.now());
    }
}
