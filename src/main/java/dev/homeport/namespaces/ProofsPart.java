package dev.homeport.namespaces;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.answer.elsewhere.StatePart;
import dev.homeport.namespaces.side.Proof;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether Homeport's own loopback works, as a part of its state. */
@Component
class ProofsPart implements StatePart {

    private final CurrentNamespaces namespaces;

    ProofsPart(CurrentNamespaces namespaces) {
        this.namespaces = namespaces;
    }

    /** The part. */
    record Proofs(@JsonUnwrapped ReadingHead head, List<Proof> proofs) {}

    @Override
    public String name() {
        return "loopbackProofs";
    }

    @Override
    public Object now() {
        CurrentNamespaces.Moment now = namespaces.now();
        return new Proofs(
                ReadingHead.of(now.reading()),
                now.all().stream()
                        .findFirst()
                        .flatMap(own -> own.proofs().get())
                        .orElse(List.of()));
    }
}
