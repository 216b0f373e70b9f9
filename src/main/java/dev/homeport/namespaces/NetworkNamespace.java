package dev.homeport.namespaces;

import dev.homeport.namespaces.side.Kind;
import dev.homeport.platform.Container;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network namespace (network_namespaces(7)): a loopback of its own, with its own interfaces, ports and listeners.
 *
 * @param id in addresses and JSON: the kernel's number of it, {@code 4026531840}; where that is told to nobody but root,
 *     {@code net-} and the number by which all can tell it from others
 * @param key what tells it from others for everybody on this machine; null when no process of it is seen
 * @param name what people call it
 * @param container the container whose network it is; null when it is none's
 * @param pids its processes, lowest first, as the proc file system that shows them numbers them; empty when none is seen
 */
public record NetworkNamespace(
        String id,
        @Nullable Long key,
        Kind kind,
        String name,
        @Nullable Container container,
        List<Integer> pids) {

    /** The kernel's number of it; empty where that is not told. */
    public Optional<String> number() {
        return Optional.of(id).filter(text -> text.chars().allMatch(Character::isDigit));
    }

    public NetworkNamespace {
        pids = List.copyOf(pids);
    }
}
