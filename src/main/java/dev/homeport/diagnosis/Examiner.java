package dev.homeport.diagnosis;

import dev.homeport.answer.RateLimit;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.hosts.CurrentHosts;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.counters.KernelCounters;
import dev.homeport.namespaces.Namespaces;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalAddresses;
import dev.homeport.net.Protocol;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.InterfaceAddresses;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.processes.ProcessState;
import dev.homeport.reading.CachedCollector;
import dev.homeport.sockets.ListeningSockets;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** Takes the readings together for a question, and, when it is asked to, tries connections to this machine's addresses. */
@Component
class Examiner {

    private static final int MOST_IN_A_MINUTE = 30;
    private static final int MOST_ADDRESSES = 8;
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration LISTENING = Duration.ofMillis(200);

    private final CachedCollector<ListeningSockets> sockets;
    private final CachedCollector<Interfaces> interfaces;
    private final CurrentHosts hosts;
    private final CachedCollector<LoopbackState> loopback;
    private final CachedCollector<Namespaces> namespaces;
    private final CachedCollector<KernelCounters> counters;
    private final OsFamily os;
    private final NamespaceRoot root;
    private final ConnectProbe probe = new ConnectProbe(PATIENCE, LISTENING);
    private final RateLimit limit = new RateLimit(MOST_IN_A_MINUTE, "diagnoses that try connections", System::nanoTime);

    Examiner(
            CachedCollector<ListeningSockets> sockets,
            CachedCollector<Interfaces> interfaces,
            CurrentHosts hosts,
            CachedCollector<LoopbackState> loopback,
            CachedCollector<Namespaces> namespaces,
            CachedCollector<KernelCounters> counters,
            OsFamily os,
            NamespaceRoot root) {
        this.sockets = sockets;
        this.interfaces = interfaces;
        this.hosts = hosts;
        this.loopback = loopback;
        this.namespaces = namespaces;
        this.counters = counters;
        this.os = os;
        this.root = root;
    }

    /** From readings alone. */
    Diagnosis examine(Question question) {
        return Diagnoser.of(question, situation(question));
    }

    /**
     * With connections to the target, at this machine's addresses alone (DOMAIN R9.3).
     *
     * @throws dev.homeport.answer.TooManyRequests when another one is under way, or there were too many
     */
    Diagnosis tryAndExamine(Question question) {
        Situation known = situation(question);
        boolean canTry = question.purpose() == Purpose.REACH
                && question.from() == From.HERE
                && question.target().protocol() == Protocol.TCP;
        return canTry
                ? limit.run(() -> Diagnoser.of(question, known.with(attempts(question, known))))
                : Diagnoser.of(question, known);
    }

    private Situation situation(Question question) {
        var listening = sockets.snapshot().reading();
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
                Map.of(),
                false);
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

    private Map<IpAddress, ConnectProbe.Attempt> attempts(Question question, Situation known) {
        LocalAddresses now = InterfaceAddresses.read();
        List<IpAddress> ours = new Examination(question, known)
                .destinations().stream()
                        .map(Destination::address)
                        .filter(address ->
                                address.isLoopback() || now.interfaceOf(address).isPresent())
                        .limit(MOST_ADDRESSES)
                        .toList();
        Map<IpAddress, ConnectProbe.Attempt> attempts = new HashMap<>();
        if (ours.isEmpty()) {
            return attempts;
        }
        ExecutorService threads = Executors.newFixedThreadPool(ours.size(), task -> {
            Thread thread = new Thread(task, "diagnosis");
            thread.setDaemon(true);
            return thread;
        });
        try {
            int port = question.target().port();
            List<Callable<ConnectProbe.Attempt>> tasks = ours.stream()
                    .map(address -> (Callable<ConnectProbe.Attempt>) () -> probe.connect(new Endpoint(address, port)))
                    .toList();
            List<Future<ConnectProbe.Attempt>> done = threads.invokeAll(tasks);
            for (int i = 0; i < ours.size(); i++) {
                attempts.put(ours.get(i), done.get(i).get());
            }
            return attempts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a probe makes a value of every failure", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
