package dev.homeport.namespaces;

import dev.homeport.namespaces.side.Kind;
import dev.homeport.namespaces.source.EngineProcesses;
import dev.homeport.namespaces.source.GroupName;
import dev.homeport.namespaces.source.NamedNamespaces;
import dev.homeport.namespaces.source.ProcessGroup;
import dev.homeport.namespaces.source.ProcessGroups;
import dev.homeport.platform.Container;
import dev.homeport.platform.HostProc;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.Vantage;
import dev.homeport.processes.Publication;
import dev.homeport.reading.Collector;
import dev.homeport.reading.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the network namespaces of all processes that can be seen, here and through a mounted proc file system of the host,
 * and reads each but Homeport's own, of which the other readings tell.
 */
final class NamespacesCollector implements Collector<Namespaces> {

    private static final Comparator<Sight> IN_ORDER = Comparator.comparing(
                    (Sight sight) -> sight.namespace().kind())
            .thenComparing(sight -> sight.namespace().name())
            .thenComparing(sight -> sight.namespace().id());

    /** Where there are no network namespaces, or no numbers of them. */
    private static final String OWN_ID = "own";

    private final NamespaceRoot own;
    private final HostProc host;
    private final Supplier<Reading<Vantage>> vantage;
    private final Glimpses glimpses;
    private final EngineProcesses engines = new EngineProcesses();

    /** What was told once: a process that lets itself be asked may come and go. */
    private final Map<Long, String> numbers = new HashMap<>();

    NamespacesCollector(NamespaceRoot own, HostProc host, Supplier<Reading<Vantage>> vantage, Glimpses glimpses) {
        this.own = own;
        this.host = host;
        this.vantage = vantage;
        this.glimpses = glimpses;
    }

    @Override
    public Namespaces collect() {
        Reading<Vantage> here = vantage.get();
        List<ProcessGroup> shown = new ProcessGroups(own.proc()).read();
        List<ProcessGroup> mounted =
                host.path().map(proc -> new ProcessGroups(proc).read()).orElse(List.of());
        Map<Long, ProcessGroup> groups = byKey(mounted, shown);
        Optional<Long> ownKey = own.networkKey();
        Optional<Long> hostKey = first().flatMap(NamespaceRoot::networkKey);
        // This process' own proc file system may show but a container's processes of the host's network.
        EngineProcesses.Told told = engines.read(host.path().isPresent() ? mounted : shown, hostKey);
        Map<String, String> netns = NamedNamespaces.read(first().orElse(own));
        glimpses.retain(groups.keySet());
        numbers.keySet().retainAll(groups.keySet());
        groups.forEach((key, group) -> group.number().ifPresent(number -> numbers.put(key, number)));
        List<Sight> others = new ArrayList<>();
        groups.forEach((key, group) -> {
            if (!Optional.of(key).equals(ownKey)) {
                NetworkNamespace namespace = other(
                        group,
                        GroupName.of(
                                group, Optional.ofNullable(numbers.get(key)).map(netns::get), told.names()),
                        Optional.of(key).equals(hostKey));
                others.add(glimpses.look(group, namespace, here));
            }
        });
        NetworkNamespace self =
                own(ownKey.flatMap(key -> of(key, shown)), here.latest(), ownKey.isPresent() && ownKey.equals(hostKey));
        others.addAll(empty(netns, self, others));
        others.sort(IN_ORDER);
        return new Namespaces(
                self, others, publications(told, self, others), OutOfSight.limits(here.latest(), host, others));
    }

    /** By the key of the namespace; in the host's proc file system, if it is mounted, processes have the machine's numbers. */
    private static Map<Long, ProcessGroup> byKey(List<ProcessGroup> mounted, List<ProcessGroup> shown) {
        Map<Long, ProcessGroup> groups = new LinkedHashMap<>();
        Stream.concat(mounted.stream(), shown.stream()).forEach(group -> groups.putIfAbsent(group.key(), group));
        return groups;
    }

    private static Optional<ProcessGroup> of(long key, List<ProcessGroup> groups) {
        return groups.stream().filter(group -> group.key() == key).findFirst();
    }

    /** The machine's first process, where it can be told from the first one of a container. */
    private Optional<NamespaceRoot> first() {
        return host.first()
                .or(() -> own.isInFirstProcessNamespace()
                        ? Optional.of(new NamespaceRoot(own.proc(), "1"))
                        : Optional.empty());
    }

    private static Map<String, List<Publication>> publications(
            EngineProcesses.Told told, NetworkNamespace self, List<Sight> others) {
        Map<String, List<Publication>> byId = new HashMap<>();
        Stream.concat(Stream.of(self), others.stream().map(Sight::namespace))
                .filter(namespace -> namespace.key() != null)
                .forEach(namespace ->
                        byId.put(namespace.id(), told.publications().getOrDefault(namespace.key(), List.of())));
        return byId;
    }

    private NetworkNamespace own(Optional<ProcessGroup> group, Optional<Vantage> here, boolean isHost) {
        Container container = here.map(Vantage::container).orElse(null);
        return new NetworkNamespace(
                own.networkNamespace()
                        .or(() -> group.map(NamespacesCollector::nameless))
                        .orElse(OWN_ID),
                group.map(ProcessGroup::key).orElse(null),
                Kind.OWN,
                container == null ? "this machine" : "this container" + (isHost ? ", on the host's network" : ""),
                container,
                group.map(ProcessGroup::pids).orElse(List.of()));
    }

    private NetworkNamespace other(ProcessGroup group, GroupName name, boolean isHost) {
        Kind kind = name.container().isPresent() ? Kind.CONTAINER : Kind.OTHER;
        return new NetworkNamespace(
                numbers.getOrDefault(group.key(), nameless(group)),
                group.key(),
                isHost ? Kind.HOST : kind,
                isHost ? "the host" : name.name(),
                isHost ? null : name.container().orElse(null),
                group.pids());
    }

    private static String nameless(ProcessGroup group) {
        return "net-" + group.key();
    }

    /** Namespaces with a name and without a process; where not all numbers are known, nobody can tell which these are. */
    private static List<Sight> empty(Map<String, String> netns, NetworkNamespace self, List<Sight> others) {
        List<NetworkNamespace> all = Stream.concat(
                        Stream.of(self), others.stream().map(Sight::namespace))
                .toList();
        if (all.stream().anyMatch(one -> one.number().isEmpty())) {
            return List.of();
        }
        Set<String> known = all.stream().map(NetworkNamespace::id).collect(Collectors.toSet());
        return netns.entrySet().stream()
                .filter(name -> !known.contains(name.getKey()))
                .map(name -> new NetworkNamespace(name.getKey(), null, Kind.OTHER, name.getValue(), null, List.of()))
                .map(OutOfSight::empty)
                .toList();
    }
}
