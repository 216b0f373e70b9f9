package dev.homeport.diagnosis.situation;

import dev.homeport.diagnosis.question.From;
import dev.homeport.diagnosis.question.Purpose;
import dev.homeport.diagnosis.question.Question;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.hosts.CurrentHosts;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.counters.KernelCounters;
import dev.homeport.latency.counters.LocalPorts;
import dev.homeport.namespaces.FromContainers;
import dev.homeport.namespaces.Namespaces;
import dev.homeport.net.Protocol;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.processes.ProcessState;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSockets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes the last readings together, and looks what the processes on a port are doing. */
@Component
public class CurrentSituation {

    private final CachedCollector<ListeningSockets> sockets;
    private final CachedCollector<Interfaces> interfaces;
    private final CurrentHosts hosts;
    private final CachedCollector<LoopbackState> loopback;
    private final CachedCollector<Namespaces> namespaces;
    private final CachedCollector<KernelCounters> counters;
    private final FromContainers fromContainers;
    private final OsFamily os;
    private final NamespaceRoot root;

    CurrentSituation(
            CachedCollector<ListeningSockets> sockets,
            CachedCollector<Interfaces> interfaces,
            CurrentHosts hosts,
            CachedCollector<LoopbackState> loopback,
            CachedCollector<Namespaces> namespaces,
            CachedCollector<KernelCounters> counters,
            FromContainers fromContainers,
            OsFamily os,
            NamespaceRoot root) {
        this.sockets = sockets;
        this.interfaces = interfaces;
        this.hosts = hosts;
        this.loopback = loopback;
        this.namespaces = namespaces;
        this.counters = counters;
        this.fromContainers = fromContainers;
        this.os = os;
        this.root = root;
    }

    /** As the last readings have it. */
    public Situation of(Question question) {
        return of(question, sockets.snapshot().reading());
    }

    /**
     * With sockets that were read after {@code moment}: whoever asks again has just started, or ended, his server.
     *
     * @param patience after which an older reading has to do
     */
    public Situation since(Instant moment, Duration patience, Question question) {
        return of(question, sockets.snapshotSince(moment, patience).reading());
    }

    private Situation of(Question question, Reading<ListeningSockets> listening) {
        return new Situation(
                os,
                listening,
                interfaces.snapshot().reading(),
                hosts.judged(hosts.snapshot().reading()),
                loopback.snapshot().reading(),
                namespaces.snapshot().reading(),
                counters.snapshot().reading(),
                states(listening.latest(), question.target().port()),
                unprivilegedFrom(),
                views(question),
                connections(question),
                UnixListeners.read(root),
                null);
    }

    private List<FromContainers.View> views(Question question) {
        Target target = question.target();
        return question.from() == From.CONTAINER ? fromContainers.of(target.protocol(), target.port()) : List.of();
    }

    private List<String> connections(Question question) {
        Target target = question.target();
        boolean isAsked =
                question.purpose() == Purpose.LISTEN && target.protocol() == Protocol.TCP && os == OsFamily.LINUX;
        return isAsked ? LocalPorts.connectionsOn(target.port()) : List.of();
    }

    private Map<Integer, ProcessState> states(Optional<ListeningSockets> known, int port) {
        Map<Integer, ProcessState> states = new HashMap<>();
        known.stream()
                .flatMap(all -> all.sockets().stream())
                .filter(socket -> socket.port() == port)
                .flatMap(socket -> socket.owner().processes().stream())
                .forEach(process -> ProcessState.read(root.proc(), process.pid())
                        .ifPresent(state -> states.put(process.pid(), state)));
        return states;
    }

    private Optional<Integer> unprivilegedFrom() {
        try {
            return Optional.of(Integer.valueOf(root.setting("net/ipv4/ip_unprivileged_port_start")));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
