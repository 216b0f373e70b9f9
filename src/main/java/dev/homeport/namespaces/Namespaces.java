package dev.homeport.namespaces;

import dev.homeport.platform.Limit;
import dev.homeport.processes.Publication;
import java.util.List;
import java.util.Map;

/**
 * The network namespaces in sight.
 *
 * @param own Homeport's, of which the readings of its rooms tell
 * @param others the host's first, then containers', then the rest, by name
 * @param publications ports that container engines forward, by the id of the namespace in which they can be reached
 * @param limits why there may be more, and what would show them
 */
public record Namespaces(
        NetworkNamespace own, List<Sight> others, Map<String, List<Publication>> publications, List<Limit> limits) {

    public Namespaces {
        others = List.copyOf(others);
        publications = Map.copyOf(publications);
        limits = List.copyOf(limits);
    }
}
