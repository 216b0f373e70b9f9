package dev.homeport.latency;

import dev.homeport.platform.CpuStatistics;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads how busy this machine is: its load average, and {@code cpu.stat} of this process' control group (version 2).
 * Used by one thread.
 */
final class PressureGauge {

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();

    private final @Nullable Path statistics;
    private @Nullable Long throttledBefore;

    /** @param cgroups where control groups are mounted, {@code /sys/fs/cgroup} */
    PressureGauge(NamespaceRoot root, Path cgroups) {
        this.statistics = ownGroup(root)
                .map(group -> cgroups.resolve(group).resolve("cpu.stat"))
                .orElse(null);
    }

    /** The line {@code 0::/path}; without it there are no groups of version 2. */
    private static Optional<String> ownGroup(NamespaceRoot root) {
        try {
            return Files.readAllLines(root.ofProcess("cgroup")).stream()
                    .filter(line -> line.startsWith("0::/") && !line.contains(".."))
                    .map(line -> line.substring(4))
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    Pressure read() {
        double load = SYSTEM.getSystemLoadAverage();
        Long now = throttled();
        Long since = now == null || throttledBefore == null ? null : Math.max(0, now - throttledBefore);
        throttledBefore = now;
        return new Pressure(load < 0 ? null : load, SYSTEM.getAvailableProcessors(), since);
    }

    private @Nullable Long throttled() {
        return statistics == null
                ? null
                : CpuStatistics.timesThrottled(statistics).orElse(null);
    }
}
