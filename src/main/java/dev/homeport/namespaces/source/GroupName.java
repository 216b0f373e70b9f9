package dev.homeport.namespaces.source;

import dev.homeport.platform.Container;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.proc.ControlGroups;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose a network namespace is, as far as its processes tell.
 *
 * @param container the container that they run in; empty when they run in none
 * @param name of the container, else of {@code ip netns}, else of the service of systemd (one may have a
 *     network of its own: PrivateNetwork=, NetworkNamespacePath=), else of the lowest process
 */
public record GroupName(Optional<Container> container, String name) {

    /**
     * @param netns the name that {@code ip netns} gave it, if it did
     * @param engines names of containers by their identifiers
     */
    public static GroupName of(ProcessGroup group, Optional<String> netns, Map<String, String> engines) {
        Optional<Container> container = group.roots().stream()
                .flatMap(root -> ControlGroups.of(root).container().stream())
                .findFirst()
                .map(found -> named(found, engines));
        String name = container
                .map(Container::label)
                .or(() -> netns)
                .or(() -> ControlGroups.of(group.roots().get(0)).service())
                .orElseGet(() -> process(group));
        return new GroupName(container, name);
    }

    private static Container named(Container container, Map<String, String> engines) {
        String name = container.id() == null ? null : engines.get(container.id());
        return name == null ? container : new Container(container.runtime(), container.id(), name);
    }

    private static String process(ProcessGroup group) {
        List<NamespaceRoot> roots = group.roots();
        String name = HostileText.clean(roots.get(0).textOfProcess("comm"));
        return (name.isEmpty() ? "process" : name) + " (" + group.pids().get(0) + ")";
    }
}
