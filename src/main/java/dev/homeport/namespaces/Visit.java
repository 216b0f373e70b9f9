package dev.homeport.namespaces;

import dev.homeport.health.loopback.Attempt;
import dev.homeport.health.loopback.SelfTest;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.InterfacesCollector;
import dev.homeport.latency.probe.Burst;
import dev.homeport.latency.probe.Prober;
import dev.homeport.latency.probe.Probes;
import dev.homeport.latency.probe.Target;
import dev.homeport.latency.probe.Threads;
import dev.homeport.latency.probe.Watch;
import dev.homeport.namespaces.side.Known;
import dev.homeport.namespaces.side.Proof;
import dev.homeport.namespaces.side.Speed;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.NetworkEntrance;
import dev.homeport.reading.Allowance;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes into a foreign network namespace, where that is allowed, now and then: tries its loopback, measures it, and asks the
 * kernel there about its interfaces. Used by one thread.
 */
final class Visit {

    private static final long PERIOD_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Duration SELF_TEST = Duration.ofMillis(250);
    private static final Duration EXCHANGE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int SAMPLES = 100;

    private static final List<Target> TARGETS =
            List.of(Target.TCP4, Target.TCP6, Target.UDP4, Target.UDP6, Target.CONNECT4, Target.CONNECT6);

    private final NamespaceRoot root;
    private final NamespaceRoot own;
    private final Allowance allowance;
    private @Nullable Known<Found> last;
    private long lastNanos;

    /**
     * What was found there.
     *
     * @param speeds of those targets that answered
     */
    record Found(Interfaces interfaces, List<Proof> proofs, List<Speed> speeds) {

        Found {
            proofs = List.copyOf(proofs);
            speeds = List.copyOf(speeds);
        }
    }

    /** @param allowance for the visits to all namespaces together: there may be very many */
    Visit(NamespaceRoot root, NamespaceRoot own, Allowance allowance) {
        this.root = root;
        this.own = own;
        this.allowance = allowance;
    }

    /** What the last visit found, or why there was none. */
    Known<Found> now() {
        long now = allowance.now();
        if (last == null || now - lastNanos >= PERIOD_NANOS && allowance.isLeft()) {
            lastNanos = now;
            last = go();
            allowance.payFrom(now);
        }
        return last;
    }

    private Known<Found> go() {
        Watch watch = new Watch(EXCHANGE);
        try {
            return Known.of(NetworkEntrance.inside(root, () -> look(watch), PATIENCE, watch::look));
        } catch (IOException e) {
            return Known.not(String.valueOf(e.getMessage()));
        }
    }

    private Found look(Watch watch) throws IOException {
        Interfaces interfaces = InterfacesCollector.inside(root, own);
        List<Proof> proofs = new ArrayList<>();
        List<Speed> speeds = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            IpAddress address = IpAddress.loopback(family);
            boolean isThere =
                    interfaces.loopback().flatMap(device -> device.own(address)).isPresent();
            Proof proof = isThere ? proof(address) : new Proof(address.text(), "absent", "");
            proofs.add(proof);
            if (proof.answer().equals("works")) {
                speeds.addAll(speeds(family, watch));
            }
        }
        return new Found(interfaces, proofs, speeds);
    }

    private static Proof proof(IpAddress address) {
        Attempt attempt = new SelfTest(SELF_TEST).of(address);
        return new Proof(
                address.text(),
                attempt.answer().text(),
                attempt.failure() == null ? "" : attempt.failure().detail());
    }

    private static List<Speed> speeds(IpFamily family, Watch watch) {
        Probes probes = new Probes(new Threads(), watch);
        return TARGETS.stream()
                .filter(target -> target.loopback().family() == family)
                .map(target -> speed(target, probes))
                .toList();
    }

    /** Fewer samples than a 99th percentile asks for (DOMAIN R6.6): the middle alone is told. */
    private static Speed speed(Target target, Probes probes) {
        try (Prober prober = probes.prober(target)) {
            Burst burst = prober.burst(SAMPLES);
            long[] nanos = burst.nanos().clone();
            Arrays.sort(nanos);
            return new Speed(
                    target.id(),
                    target.label(),
                    burst.failure() == null ? "ok" : "failing",
                    nanos.length == 0 ? null : Math.round(nanos[nanos.length / 2] / 100.0) / 10.0,
                    null,
                    burst.failure() == null ? null : burst.failure().detail());
        }
    }
}
