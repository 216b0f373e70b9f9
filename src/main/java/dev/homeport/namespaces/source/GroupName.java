package dev.homeport.namespaces.source;

import dev.homeport.platform.Container;
import dev.homeport.platform.ContainerCgroup;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose a network namespace is, as far as its processes tell.
 *
 * @param container the container that they run in; empty when they run in none
 * @param name of the container, else of {@code ip netns}, else of the systemd unit, else of the lowest process
 */
public record GroupName(Optional<Container> container, String name) {

    private static final Pattern UNIT =
            Pattern.compile("([^/]+\\.(?:service|scope|slice))(?:/.*)?$", Pattern.MULTILINE);

    /**
     * @param netns the name that {@code ip netns} gave it, if it did
     * @param engines names of containers by their identifiers
     */
    public static GroupName of(ProcessGroup group, Optional<String> netns, Map<String, String> engines) {
        Optional<Container> container = group.roots().stream()
                .flatMap(root -> ContainerCgroup.parse(
                        root.textOfProcess("cgroup").lines().toList())
                        .stream())
                .findFirst()
                .map(found -> named(found, engines));
        String name = container
                .map(Container::label)
                .or(() -> netns)
                .or(() -> unit(group.roots().get(0).textOfProcess("cgroup")))
                .orElseGet(() -> process(group));
        return new GroupName(container, name);
    }

    private static Container named(Container container, Map<String, String> engines) {
        String name = container.id() == null ? null : engines.get(container.id());
        return name == null ? container : new Container(container.runtime(), container.id(), name);
    }

    /** A unit with a network of its own (PrivateNetwork=, NetworkNamespacePath=). */
    private static Optional<String> unit(String cgroup) {
        Matcher unit = UNIT.matcher(cgroup);
        return unit.find() && unit.group(1).endsWith(".service")
                ? Optional.of(HostileText.clean(unit.group(1), 100))
                : Optional.empty();
    }

    private static String process(ProcessGroup group) {
        List<NamespaceRoot> roots = group.roots();
        String name = HostileText.clean(roots.get(0).textOfProcess("comm"));
        return (name.isEmpty() ? "process" : name) + " (" + group.pids().get(0) + ")";
    }
}
