package dev.homeport.namespaces;

import dev.homeport.answer.elsewhere.StatePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The network namespaces in sight, for programs. */
@RestController
class NamespacesApiController implements StatePart {

    private final CurrentNamespaces namespaces;

    NamespacesApiController(CurrentNamespaces namespaces) {
        this.namespaces = namespaces;
    }

    @Override
    public String name() {
        return "namespaces";
    }

    @Override
    public Object now() {
        return json();
    }

    @GetMapping("/api/namespaces")
    NamespacesAnswer json() {
        return NamespacesAnswer.of(namespaces.now());
    }
}
