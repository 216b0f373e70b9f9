package dev.homeport.namespaces;

import dev.homeport.health.loopback.Attempt;
import dev.homeport.health.loopback.SelfTest;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.InterfacesCollector;
import dev.homeport.latency.Speed;
import dev.homeport.latency.probe.Burst;
import dev.homeport.latency.probe.Prober;
import dev.homeport.latency.probe.Probes;
import dev.homeport.latency.probe.Target;
import dev.homeport.latency.probe.Threads;
import dev.homeport.latency.probe.Watch;
import dev.homeport.namespaces.side.Known;
import dev.homeport.namespaces.side.Proof;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.NamespaceCookie;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.NetworkEntrance;
import dev.homeport.sockets.source.InsideTable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private static final Duration MEASURING = Duration.ofMillis(1500);
    private static final long OLD_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long LOOK_MILLIS = 50;
    private static final int SAMPLES = 100;

    private static final List<Target> TARGETS =
            List.of(Target.TCP4, Target.TCP6, Target.UDP4, Target.UDP6, Target.CONNECT4, Target.CONNECT6);

    private final NamespaceRoot own;
    private final long key;
    private Known<Found> last =
            Known.not("Homeport has not been there yet: it goes into one namespace after the other.");
    private @Nullable Watch watch;
    private @Nullable FutureTask<Found> underWay;
    private @Nullable Long lastNanos;

    /**
     * What was found there.
     *
     * @param cookie see {@link NamespaceCookie}; null where the system does not tell
     * @param speeds of those targets that answered
     */
    record Found(
            Interfaces interfaces,
            InsideTable sockets,
            @Nullable Long cookie,
            List<Proof> proofs,
            List<Speed> speeds) {

        Found {
            proofs = List.copyOf(proofs);
            speeds = List.copyOf(speeds);
        }
    }

    /** @param key of the namespace: who enters by a process finds himself elsewhere when its number was given again */
    Visit(NamespaceRoot own, long key) {
        this.own = own;
        this.key = key;
    }

    boolean isFirst() {
        return lastNanos == null;
    }

    /** When the last one began, by {@link System#nanoTime}; the smallest number before the first. */
    long lastNanos() {
        return lastNanos == null ? Long.MIN_VALUE : lastNanos;
    }

    boolean isDue() {
        return lastNanos == null || System.nanoTime() - lastNanos >= PERIOD_NANOS;
    }

    /** What the last visit found, or why there was none. What was found long ago is not so any more. */
    Known<Found> last() {
        boolean isOld = lastNanos != null && System.nanoTime() - lastNanos > OLD_NANOS;
        return isOld && last.value() != null
                ? Known.not(
                        "Its loopback was tried last more than a minute ago: there are many namespaces, and Homeport goes "
                                + "into one after the other.")
                : last;
    }

    /** Goes in by one of {@code roots}, its processes; while the visit before has not come back, waits for that. */
    void go(List<NamespaceRoot> roots) {
        lastNanos = System.nanoTime();
        Watch looking = watch;
        FutureTask<Found> task = underWay;
        if (task == null || looking == null) {
            looking = new Watch(EXCHANGE);
            watch = looking;
            Watch patient = looking;
            NamespaceRoot entrance = roots.stream()
                    .filter(one -> one.networkNamespace().isPresent())
                    .findFirst()
                    .orElse(roots.get(0));
            task = NetworkEntrance.begin(entrance, () -> look(patient));
            underWay = task;
        }
        last = await(task, looking);
    }

    private Known<Found> await(FutureTask<Found> task, Watch looking) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                Found found = task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                underWay = null;
                return Known.of(found);
            } catch (TimeoutException e) {
                looking.look();
            } catch (ExecutionException e) {
                underWay = null;
                return Known.not(String.valueOf(e.getCause().getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Known.not("Homeport ends.");
            }
        }
        return Known.not("What was tried there has not come back yet.");
    }

    /** On the thread that entered. */
    private Found look(Watch watch) throws IOException {
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
        return new Found(interfaces, sockets(), NamespaceCookie.read().orElse(null), proofs, speeds);
    }

    /** A kernel without sock_diag keeps nobody from looking at the rest. */
    private static InsideTable sockets() {
        try {
            return InsideTable.read();
        } catch (IOException e) {
            return InsideTable.NONE;
        }
    }

    private static Proof proof(IpAddress address) {
        Attempt attempt = new SelfTest(SELF_TEST).of(address);
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
    private static Speed speed(Target target, Probes probes) {
        try (Prober prober = probes.prober(target)) {
            Burst burst = prober.burst(SAMPLES);
            long[] nanos = burst.nanos().clone();
            Arrays.sort(nanos);
            return new Speed(
                    target.id(),
                    target.label(),
                    burst.failure() == null ? "ok" : "failing",
                    Speed.rounded(nanos.length == 0 ? Double.NaN : nanos[nanos.length / 2] / 1e3),
                    null,
                    burst.failure() == null ? null : burst.failure().detail());
        }
    }
}
