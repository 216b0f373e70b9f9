package dev.homeport.answer.elsewhere;

import dev.homeport.answer.BadParameter;
import dev.homeport.reading.Snapshot;
import java.util.Optional;

/**
 * A reading of the network namespaces besides Homeport's own. The room that sees into these has a bean for each kind of
 * reading that it can tell; the rooms below, whose pages show it, need not know that room.
 */
public interface Elsewhere<T> {

    /** The parameter that names a network namespace, by an id of {@code GET /api/namespaces}. */
    String PARAMETER = "namespace";

    /**
     * @return empty when {@code namespace} is Homeport's own
     * @throws BadParameter naming those that are in sight, when it is none of them
     */
    Optional<Snapshot<T>> in(String namespace);
}
