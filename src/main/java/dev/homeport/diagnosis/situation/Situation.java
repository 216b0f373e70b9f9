package dev.homeport.diagnosis.situation;

import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.hosts.JudgedHosts;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.counters.KernelCounters;
import dev.homeport.namespaces.FromContainers;
import dev.homeport.namespaces.Namespaces;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.OsFamily;
import dev.homeport.processes.ProcessState;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSockets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a diagnosis follows from, at one moment.
 *
 * @param states of the processes that hold sockets on the port in question, by their ids
 * @param unprivilegedFrom the first port that needs no privilege; empty where the system does not tell
 * @param views what containers meet on the port; none unless somebody asks from there
 * @param connections that have the port on this machine's side; none unless somebody wants to listen there
 * @param unixListeners paths of UNIX sockets on which programs listen
 * @param trials null where nothing was tried
 */
public record Situation(
        OsFamily os,
        Reading<ListeningSockets> sockets,
        Reading<Interfaces> interfaces,
        Optional<JudgedHosts> hosts,
        Reading<LoopbackState> loopback,
        Reading<Namespaces> namespaces,
        Reading<KernelCounters> counters,
        Map<Integer, ProcessState> states,
        Optional<Integer> unprivilegedFrom,
        List<FromContainers.View> views,
        List<String> connections,
        List<String> unixListeners,
        @Nullable Trials trials) {

    public Situation {
        states = Map.copyOf(states);
        views = List.copyOf(views);
        connections = List.copyOf(connections);
        unixListeners = List.copyOf(unixListeners);
    }

    /** The same with what came of trying. */
    public Situation with(Trials tried) {
        return new Situation(
                os,
                sockets,
                interfaces,
                hosts,
                loopback,
                namespaces,
                counters,
                states,
                unprivilegedFrom,
                views,
                connections,
                unixListeners,
                tried);
    }

    /** Whether anything was tried. */
    public boolean isProbed() {
        return trials != null;
    }

    /** What came of trying {@code address}. */
    public Optional<Trial> trial(IpAddress address) {
        return Optional.ofNullable(trials).map(known -> known.byAddress().get(address));
    }
}
