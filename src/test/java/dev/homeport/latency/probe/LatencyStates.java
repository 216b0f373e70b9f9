package dev.homeport.latency.probe;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * A program for a network namespace of its own: brings loopback into one state after the other and measures there, with
 * probes that are kept from one state to the next, and with new ones. It prints a line for each state, target and kind of
 * probe: {@code state | target | outcome | absence | median in µs | reason}.
 */
final class LatencyStates {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final Watch watch = new Watch(PATIENCE);
    private final Probes probes = new Probes(new Threads(), watch);
    private final Map<ProbeTarget, Prober> kept = new EnumMap<>(ProbeTarget.class);

    private LatencyStates() {
        Thread looking = new Thread(() -> {
            while (true) {
                watch.look();
                LockSupport.parkNanos(50_000_000);
            }
        });
        looking.setDaemon(true);
        looking.start();
        for (ProbeTarget target : ProbeTarget.values()) {
            kept.put(target, probes.prober(target));
        }
    }

    public static void main(String[] arguments) throws Exception {
        LatencyStates states = new LatencyStates();
        if (NetworkInterface.getByName("lo") == null) {
            states.measure("never up", "true");
            states.measure("up at last", "ip link set lo up");
        } else {
            states.measure("up", "true");
            System.out.println("in TIME_WAIT | anywhere | " + inTimeWait());
            states.measure("pings allowed", "sysctl -qw net.ipv4.ping_group_range='0 2147483647'");
            states.measure("dropped", nft("drop"));
            states.measure("allowed again", "nft flush ruleset");
            states.measure("rejected", nft("reject"));
            states.measure("not sent", "nft flush ruleset && " + nft("drop").replace("input", "output"));
            states.measure("open again", "nft flush ruleset");
            states.measure("delayed", "tc qdisc add dev lo root tbf rate 128kbit burst 200 latency 4s");
            states.measure("swift again", "tc qdisc del dev lo root");
            states.measure("without ::1", "ip addr del ::1/128 dev lo");
            states.measure("without 127.0.0.1", "ip addr add ::1/128 dev lo && ip addr del 127.0.0.1/8 dev lo");
            states.measure("with both", "ip addr add 127.0.0.1/8 dev lo");
            states.measure("switched off", "ip link set lo down");
            states.measure("on again", "ip link set lo up");
        }
        System.exit(0);
    }

    /** Nobody else has connections here. */
    private static long inTimeWait() throws IOException {
        long rows = 0;
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            rows += Files.readAllLines(Path.of(table)).stream()
                    .filter(line -> line.trim().split("\\s+")[3].equals("06"))
                    .count();
        }
        return rows;
    }

    private static String nft(String verdict) {
        return "nft add table inet t && nft 'add chain inet t c { type filter hook input priority 0 ; }' && "
                + "nft add rule inet t c meta l4proto '{ tcp, udp }' " + verdict;
    }

    /** All at once: most of it is waiting for what does not come. A new connection warms up, which delay makes long. */
    private void measure(String state, String command) throws Exception {
        boolean done =
                new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor() == 0;
        String name = done ? state : state + " not possible";
        List<Callable<Void>> all = new ArrayList<>();
        for (ProbeTarget target : ProbeTarget.values()) {
            all.add(() -> print(name, target, kept.get(target).burst(3)));
            if (!state.equals("delayed")) {
                all.add(() -> {
                    try (Prober fresh = probes.prober(target)) {
                        return print("new, " + name, target, fresh.burst(3));
                    }
                });
            }
        }
        ExecutorService threads = Executors.newCachedThreadPool();
        for (Future<Void> printed : threads.invokeAll(all)) {
            printed.get();
        }
        threads.shutdown();
    }

    private static synchronized Void print(String state, ProbeTarget target, Burst burst) {
        Failure failure = burst.failure();
        long[] sorted = burst.nanos().clone();
        Arrays.sort(sorted);
        System.out.println(String.join(
                " | ",
                state,
                target.id(),
                failure == null ? "ok" : failure.outcome().text(),
                String.valueOf(failure != null && failure.absence()),
                sorted.length == 0 ? "-" : String.valueOf(sorted[sorted.length / 2] / 1000),
                failure == null ? "" : Reasons.of(target, failure)));
        return null;
    }
}
