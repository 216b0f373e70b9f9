package dev.homeport.namespaces;

import dev.homeport.hosts.source.Hosts;
import dev.homeport.hosts.source.HostsCollector;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.InterfacesCollector;
import dev.homeport.namespaces.side.Known;
import dev.homeport.namespaces.source.ProcessGroup;
import dev.homeport.net.LocalAddresses;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.Vantage;
import dev.homeport.processes.Holders;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.SocketsCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is read of one foreign network namespace, again and again through the same process, as long as that lives: its
 * sockets keep their identities so long. Used by one thread.
 */
final class Glimpse {

    /** Where the host's own file may be mounted, for whoever is not allowed through its first process (DOMAIN R2.56). */
    private static final Path MOUNTED_HOSTS = Path.of("/host/etc/hosts");

    private static final String HOSTS = "/etc/hosts";

    private final NamespaceRoot root;
    private final boolean isHost;
    private final Visit visit;
    private final InterfacesCollector interfaces;
    private final SocketsCollector sockets;
    private @Nullable HostsCollector hosts;
    private @Nullable Readable hostsFile;
    private LocalAddresses addresses = new LocalAddresses(Map.of(), Set.of());
    private Map<String, Integer> indices = Map.of();
    private Reading<Vantage> vantage = new Reading.Missing<>("");

    /**
     * @param roots of its processes
     * @param isHost whether it is the host's
     * @param visit goes into it, when it is its turn
     * @param index finds who holds sockets
     */
    Glimpse(List<NamespaceRoot> roots, boolean isHost, Visit visit, Function<Set<Long>, Holders> index) {
        this.root = roots.get(0);
        this.isHost = isHost;
        this.visit = visit;
        this.interfaces = InterfacesCollector.of(root);
        this.sockets = SocketsCollector.of(root, index, () -> addresses, () -> vantage, visit::sockets);
    }

    /** Whether the process through which it is seen is still in the namespace. */
    boolean isOf(ProcessGroup group) {
        return group.proc().equals(root.proc()) && group.pids().contains(Integer.valueOf(root.process()));
    }

    Visit visit() {
        return visit;
    }

    /**
     * @param roots of its processes now
     * @param from what can be seen of it
     */
    Sight look(NetworkNamespace namespace, List<NamespaceRoot> roots, Reading<Vantage> from) {
        vantage = from;
        Known<Inside.Found> found = visit.last();
        Known<Interfaces> links = Known.collected(interfaces)
                .map(known -> found.get()
                        .map(Inside.Found::interfaces)
                        .map(known::with)
                        .orElse(known));
        links.get().ifPresent(this::remember);
        Known<ListeningSockets> listening = Known.collected(sockets);
        return new Sight(
                namespace,
                found.get().map(Inside.Found::cookie).orElse(null),
                found.get().map(Inside.Found::at).orElse(null),
                links,
                listening,
                hosts(roots),
                found.map(Inside.Found::proofs),
                found.map(Inside.Found::speeds));
    }

    private void remember(Interfaces known) {
        addresses = known.localAddresses();
        indices = known.interfaces().stream()
                .collect(Collectors.toMap(one -> one.name(), one -> one.index(), (first, second) -> first));
    }

    /** A file that may be read, and the process whose it is. */
    private record Readable(NamespaceRoot root, Path file) {}

    private Known<Hosts> hosts(List<NamespaceRoot> roots) {
        Optional<Readable> file = roots.stream()
                .flatMap(one -> one.find(HOSTS).map(found -> new Readable(one, found)).stream())
                .findFirst()
                .or(this::mounted);
        if (file.isEmpty()) {
            hosts = null;
            return Known.not(
                    "The hosts file there is closed to Homeport: it may look below another user's /proc/<pid>/root "
                            + "only as root with CAP_SYS_PTRACE"
                            + (isHost ? ", or see a copy: -v /etc/hosts:/host/etc/hosts:ro." : "."));
        }
        if (hosts == null || !file.get().equals(hostsFile)) {
            hostsFile = file.get();
            hosts = HostsCollector.of(hostsFile.root(), hostsFile.file(), () -> addresses, () -> indices);
        }
        return Known.collected(hosts);
    }

    private Optional<Readable> mounted() {
        return isHost && Files.isReadable(MOUNTED_HOSTS)
                ? Optional.of(new Readable(root, MOUNTED_HOSTS))
                : Optional.empty();
    }
}
