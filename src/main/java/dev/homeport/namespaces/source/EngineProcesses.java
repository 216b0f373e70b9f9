package dev.homeport.namespaces.source;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.processes.CommandLine;
import dev.homeport.processes.PodmanContainer;
import dev.homeport.processes.Publication;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the helpers of container engines tell by their command lines, which everybody may read: podman's {@code conmon} the
 * name of its container, Docker's {@code docker-proxy} what it forwards (DOMAIN R2.64). A process is read when it is new,
 * and once again: it may have been on its way to become another program. Used by one thread.
 */
public final class EngineProcesses {

    private static final String CONMON = "conmon";
    private static final String DOCKER_PROXY = "docker-proxy";

    private final Map<NamespaceRoot, Seen> processes = new LinkedHashMap<>();

    private record Seen(String name, List<String> arguments, boolean twice) {}

    /**
     * What they tell.
     *
     * @param names of containers, by their identifiers
     * @param publications by the key of the network namespace in which they are made
     */
    public record Told(Map<String, String> names, Map<Long, List<Publication>> publications) {

        public Told {
            names = Map.copyOf(names);
            publications = Map.copyOf(publications);
        }
    }

    /**
     * Looks at the processes of {@code groups}. Names are believed where the host's own processes tell them: any program in a
     * container could call itself an engine's.
     *
     * @param host the key of the host's network namespace; empty when it is not in sight
     */
    public Told read(Collection<ProcessGroup> groups, Optional<Long> host) {
        Map<Long, List<NamespaceRoot>> roots =
                groups.stream().collect(Collectors.toMap(ProcessGroup::key, EngineProcesses::roots));
        processes
                .keySet()
                .retainAll(roots.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        roots.values().stream()
                .flatMap(List::stream)
                .forEach(root -> processes.compute(
                        root,
                        (same, before) -> before == null || !before.twice() ? look(root, before != null) : before));
        Map<Long, List<Publication>> publications = new TreeMap<>();
        roots.forEach((key, processes) -> publications.put(
                key,
                of(DOCKER_PROXY, processes)
                        .flatMap(arguments -> Publication.ofDockerProxy(arguments).stream())
                        .toList()));
        return new Told(names(host.map(roots::get).orElse(List.of())), publications);
    }

    private static List<NamespaceRoot> roots(ProcessGroup group) {
        return group.pids().stream()
                .map(pid -> new NamespaceRoot(group.proc(), Integer.toString(pid)))
                .toList();
    }

    private Map<String, String> names(List<NamespaceRoot> roots) {
        Map<String, String> names = new TreeMap<>();
        of(CONMON, roots)
                .flatMap(arguments -> PodmanContainer.ofConmon(arguments).stream())
                .forEach(container -> names.put(container.id(), container.name()));
        return names;
    }

    private Stream<List<String>> of(String name, List<NamespaceRoot> roots) {
        return roots.stream()
                .flatMap(root -> Stream.ofNullable(processes.get(root)))
                .filter(process -> process.name().equals(name))
                .map(Seen::arguments);
    }

    private static Seen look(NamespaceRoot root, boolean twice) {
        String name = root.textOfProcess("comm").strip();
        boolean isEngines = name.equals(CONMON) || name.equals(DOCKER_PROXY);
        return new Seen(name, isEngines ? CommandLine.parse(root.textOfProcess("cmdline")) : List.of(), twice);
    }
}
