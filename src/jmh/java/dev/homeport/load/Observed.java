package dev.homeport.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process takes, from {@code /proc/<pid>} and its JVM.
 *
 * @param heapMiB what is left of its heap after a full collection, which is made for this
 * @param residentMiB {@code VmRSS}
 * @param cpuTicks user and system time since its start, in hundredths of a second
 */
record Observed(double heapMiB, long residentMiB, long threads, long descriptors, long cpuTicks) {

    private static final int UTIME = 11;
    private static final int STIME = 12;

    static Observed of(long pid) throws IOException, InterruptedException {
                // Counts what is reachable, after a full collection: what comes meanwhile is not in it.
        double heap = jcmd(pid, "GC.class_histogram")
                .lines()
                .filter(line -> line.startsWith("Total"))
                .mapToDouble(line -> Double.parseDouble(line.strip().split("\\s+")[2]) / (1 << 20))
                .sum();
        Path process = Path.of("/proc", Long.toString(pid));
        String status = Files.readString(process.resolve("status"));
        String stat = Files.readString(process.resolve("stat"));
        String[] columns = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            return new Observed(
                    heap,
                    number(status, "VmRSS") / 1024,
                    number(status, "Threads"),
                    descriptors.count(),
                    Long.parseLong(columns[UTIME]) + Long.parseLong(columns[STIME]));
        }
    }

    private static long number(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        command)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes());
        jcmd.waitFor();
        return said;
    }
}
