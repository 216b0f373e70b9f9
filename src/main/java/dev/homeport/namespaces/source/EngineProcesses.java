package dev.homeport.namespaces.source;

import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
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
    private static final int LAST_PORT = 0xffff;

    private static final Pattern CONTAINER_ID = Pattern.compile("[0-9a-f]{64}");

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
                        .flatMap(arguments -> publication(arguments).stream())
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
        of(CONMON, roots).forEach(arguments -> {
            Optional<String> id = after("-c", arguments).filter(CONTAINER_ID.asMatchPredicate());
            Optional<String> name = after("-n", arguments).map(text -> HostileText.clean(text, 100));
            id.ifPresent(known -> name.ifPresent(text -> names.put(known, text)));
        });
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
        return new Seen(name, isEngines ? List.of(root.textOfProcess("cmdline").split("\0")) : List.of(), twice);
    }

    /** {@code -proto tcp -host-ip 0.0.0.0 -host-port 8080 -container-ip 172.17.0.2 -container-port 80}. */
    private static Optional<Publication> publication(List<String> arguments) {
        Function<String, Optional<IpAddress>> address =
                option -> after(option, arguments).flatMap(IpAddress::parse);
        Function<String, Optional<Integer>> port = option -> after(option, arguments)
                .filter(text -> text.matches("[1-9]\\d{0,4}"))
                .map(Integer::valueOf)
                .filter(number -> number <= LAST_PORT);
        Optional<Endpoint> published = address.apply("-host-ip")
                .flatMap(host -> port.apply("-host-port").map(number -> new Endpoint(host, number)));
        Optional<Endpoint> target = address.apply("-container-ip")
                .flatMap(inside -> port.apply("-container-port").map(number -> new Endpoint(inside, number)));
        Protocol protocol = after("-proto", arguments).filter("udp"::equals).isPresent() ? Protocol.UDP : Protocol.TCP;
        return published.flatMap(
                outside -> target.map(inside -> new Publication(protocol, outside, inside, DOCKER_PROXY)));
    }

    private static Optional<String> after(String option, List<String> arguments) {
        int index = arguments.indexOf(option);
        return index < 0 || index + 1 >= arguments.size() ? Optional.empty() : Optional.of(arguments.get(index + 1));
    }
}
