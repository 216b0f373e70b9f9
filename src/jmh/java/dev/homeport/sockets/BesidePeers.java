package dev.homeport.sockets;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.homeport.load.LoadProcesses;
import dev.homeport.sockets.source.BenchmarkSources;
import dev.homeport.sockets.source.SocketSource;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Readings of the sockets beside {@code ss}, {@code lsof} and OSHI, on the same loads in the same run, in CPU time (user
 * and system): prints a table in Markdown. Figures are medians.
 */
final class BesidePeers {

    private static final int[] LISTENERS = {100, 1000, 5000};
    private static final int[] CONNECTIONS = {0, 9000};
    private static final int RUNS_OF_A_PEER = 11;
    private static final int WARM_UP = 300;
    private static final int READINGS = 60;
    private static final int CHANGING_READINGS = 15;
    private static final int CHANGED_EACH_SECOND = 10;
    private static final long PAUSE_MILLIS = 100;

    public static void main(String[] args) throws Exception {
        System.out.println("| listeners | connections | `ss -H -tulnp` | `lsof -nP -i` | OSHI | first reading "
                + "| steady | `ss` / steady | 10 changing each second |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int listeners : LISTENERS) {
            for (int connections : CONNECTIONS) {
                row(listeners, connections);
            }
        }
    }

    private static void row(int listeners, int connections) throws Exception {
        double ss;
        double lsof;
        double oshi;
        double first;
        double steady;
        try (LoadProcesses load = new LoadProcesses(listeners, connections, 0)) {
            load.await();
            ss = median(RUNS_OF_A_PEER, 0, () -> cpuOfChild("ss", "-H", "-tulnp"));
            lsof = median(RUNS_OF_A_PEER, 0, () -> cpuOfChild("lsof", "-nP", "-i"));
            SocketSource table = BenchmarkSources.oshi();
            table.read();
            oshi = median(RUNS_OF_A_PEER, 0, () -> cpuOf(table::read));
            for (int i = 0; i < RUNS_OF_A_PEER; i++) {
                Readings.collector(BenchmarkSources.sockDiag()).collect();
            }
            first = median(RUNS_OF_A_PEER, 0, () -> cpuOf(
                    () -> Readings.collector(BenchmarkSources.sockDiag()).collect()));
            SocketsCollector collector = Readings.collector(BenchmarkSources.sockDiag());
            for (int i = 0; i < WARM_UP; i++) {
                collector.collect();
            }
            steady = median(READINGS, PAUSE_MILLIS, () -> cpuOf(collector::collect));
        }
        double changing;
        try (LoadProcesses load = new LoadProcesses(listeners, connections, CHANGED_EACH_SECOND)) {
            load.await();
            SocketsCollector collector = Readings.collector(BenchmarkSources.sockDiag());
            collector.collect();
            changing = median(CHANGING_READINGS, 1000, () -> cpuOf(collector::collect));
        }
        System.out.printf(
                "| %,d | %,d | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.2f ms | %.0f | %.1f ms |%n",
                listeners, connections, ss, lsof, oshi, first, steady, ss / steady, changing);
    }

    private static double median(int runs, long pauseMillis, Callable<Double> measured) throws Exception {
        double[] millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            Thread.sleep(pauseMillis);
            millis[i] = measured.call();
        }
        Arrays.sort(millis);
        return millis[runs / 2];
    }

    private static double cpuOf(Callable<?> work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.call();
        return (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static double cpuOfChild(String... command) throws IOException, InterruptedException {
        double before = ResourceUsage.ofEndedChildrenMillis();
        new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .waitFor();
        return ResourceUsage.ofEndedChildrenMillis() - before;
    }

    /** getrusage(2). */
    private static final class ResourceUsage {

        private static final int CHILDREN = -1;

        static {
            Native.register(ResourceUsage.class, "c");
        }

        static native int getrusage(int who, Pointer usage);

        static double ofEndedChildrenMillis() {
            Memory usage = new Memory(144);
            getrusage(CHILDREN, usage);
            return (usage.getLong(0) + usage.getLong(16)) * 1e3 + (usage.getLong(8) + usage.getLong(24)) / 1e3;
        }
    }
}
