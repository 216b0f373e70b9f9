package dev.homeport.namespaces.source;

import dev.homeport.platform.Container;
import dev.homeport.platform.ContainerCgroup;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
     * @param netns names by the kernel's numbers of namespaces
     * @param engines names of containers by their identifiers
     */
    public static GroupName of(ProcessGroup group, Map<String, String> netns, Map<String, String> engines) {
        Optional<Container> container = group.roots().stream()
                .flatMap(root ->
                        ContainerCgroup.parse(text(root, "cgroup").lines().toList()).stream())
                .findFirst()
                .map(found -> named(found, engines));
        String name = container
                .map(Container::label)
                .or(() -> group.number().map(netns::get))
                .or(() -> unit(text(group.roots().get(0), "cgroup")))
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
        String name = HostileText.clean(text(roots.get(0), "comm"));
        return (name.isEmpty() ? "process" : name) + " (" + group.pids().get(0) + ")";
    }

    private static String text(NamespaceRoot root, String file) {
        try {
            return new String(Files.readAllBytes(root.ofProcess(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
