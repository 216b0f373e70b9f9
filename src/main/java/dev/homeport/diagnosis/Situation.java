package dev.homeport.diagnosis;

import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.hosts.JudgedHosts;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.counters.KernelCounters;
import dev.homeport.namespaces.Namespaces;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.OsFamily;
import dev.homeport.processes.ProcessState;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSockets;
import java.util.Map;
import java.util.Optional;

/**
 * All that a diagnosis follows from, at one moment.
 *
 * @param states of the processes that hold sockets on the port in question, by their ids
 * @param unprivilegedFrom the first port that needs no privilege; empty where the system does not tell
 * @param attempts to connect, by address; none where nothing was tried
 * @param isProbed whether anything was tried
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
        Map<IpAddress, ConnectProbe.Attempt> attempts,
        boolean isProbed) {

    public Situation {
        states = Map.copyOf(states);
        attempts = Map.copyOf(attempts);
    }

    /** The same with what came of trying. */
    Situation with(Map<IpAddress, ConnectProbe.Attempt> tried) {
        return new Situation(
                os, sockets, interfaces, hosts, loopback, namespaces, counters, states, unprivilegedFrom, tried, true);
    }
}
