package dev.homeport.namespaces;

import dev.homeport.health.loopback.SelfTest;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.InterfacesCollector;
import dev.homeport.latency.Latency;
import dev.homeport.latency.Speed;
import dev.homeport.latency.probe.Burst;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.probe.Prober;
import dev.homeport.latency.probe.Probes;
import dev.homeport.latency.probe.Threads;
import dev.homeport.latency.probe.Watch;
import dev.homeport.namespaces.side.Proof;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.kernel.NamespaceCookie;
import dev.homeport.sockets.source.InsideTable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at in a foreign network namespace, by a thread that has entered it: its interfaces and sockets as the kernel
 * tells them there, whether its loopback works, and how fast it is.
 */
final class Inside {

    private static final Duration SELF_TEST = Duration.ofMillis(250);
    private static final Duration MEASURING = Duration.ofMillis(1500);
    private static final int SAMPLES = 100;

    private static final List<ProbeTarget> TARGETS = List.of(
            ProbeTarget.TCP4,
            ProbeTarget.TCP6,
            ProbeTarget.UDP4,
            ProbeTarget.UDP6,
            ProbeTarget.CONNECT4,
            ProbeTarget.CONNECT6);

    private Inside() {}

    /**
     * What was found there.
     *
     * @param at when
     * @param cookie see {@link NamespaceCookie}; null where the system does not tell
     * @param speeds of those targets that answered
     */
    record Found(
            Interfaces interfaces,
            InsideTable sockets,
            @Nullable Long cookie,
            Instant at,
            List<Proof> proofs,
            List<Speed> speeds) {

        Found {
            proofs = List.copyOf(proofs);
            speeds = List.copyOf(speeds);
        }
    }

    /**
     * On the thread that entered.
     *
     * @param own of this process
     * @param key of the namespace that it should be in
     */
    static Found look(NamespaceRoot own, long key, Watch watch) throws IOException {
        NamespaceRoot here = new NamespaceRoot(own.proc(), "thread-self");
        if (!here.networkKey().equals(Optional.of(key))) {
            throw new IOException("The process by which it was entered has gone meanwhile.");
        }
        Interfaces interfaces = InterfacesCollector.inside(own);
        long deadline = System.nanoTime() + MEASURING.toNanos();
        List<Proof> proofs = new ArrayList<>();
        List<Speed> speeds = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            IpAddress address = IpAddress.loopback(family);
            boolean isThere =
                    interfaces.loopback().flatMap(device -> device.own(address)).isPresent();
            Proof proof = isThere ? proof(address) : new Proof(address.text(), "absent", "");
            proofs.add(proof);
            if (proof.answer().equals("works")) {
                speeds.addAll(speeds(family, watch, deadline));
            }
        }
        return new Found(interfaces, table(), NamespaceCookie.read().orElse(null), Instant.now(), proofs, speeds);
    }

    /** A kernel without sock_diag keeps nobody from looking at the rest. */
    private static InsideTable table() {
        try {
            return InsideTable.read();
        } catch (IOException e) {
            return InsideTable.NONE;
        }
    }

    private static Proof proof(IpAddress address) {
        SelfTest.Attempt attempt = new SelfTest(SELF_TEST).of(address);
        return new Proof(
                address.text(),
                attempt.answer().text(),
                attempt.failure() == null ? "" : attempt.failure().detail());
    }

    /** As long as there is time: where an answer takes milliseconds, a few targets say enough. */
    private static List<Speed> speeds(IpFamily family, Watch watch, long deadline) {
        Probes probes = new Probes(new Threads(), watch);
        return TARGETS.stream()
                .filter(target -> target.loopback().family() == family)
                .filter(target -> System.nanoTime() < deadline)
                .map(target -> speed(target, probes))
                .toList();
    }

    /** Fewer samples than a 99th percentile asks for (DOMAIN R6.6): the middle alone is told. */
    private static Speed speed(ProbeTarget target, Probes probes) {
        try (Prober prober = probes.prober(target)) {
            Burst burst = prober.burst(SAMPLES);
            long[] nanos = burst.nanos().clone();
            Arrays.sort(nanos);
            return Speed.of(
                    target,
                    burst.failure() == null ? Latency.Status.OK : Latency.Status.FAILING,
                    nanos.length == 0 ? Double.NaN : nanos[nanos.length / 2] / 1e3,
                    Double.NaN,
                    burst.failure());
        }
    }
}
