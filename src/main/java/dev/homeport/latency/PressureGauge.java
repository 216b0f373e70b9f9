package dev.homeport.latency;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.proc.ControlGroups;
import dev.homeport.platform.proc.CpuStatistics;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads how busy this machine is: its load average, and {@code cpu.stat} of this process' control group. Used by one
 * thread.
 */
final class PressureGauge {

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();

    private final ControlGroups groups;
    private final Path cgroups;
    private @Nullable Long throttledBefore;

    /** @param cgroups where control groups are mounted, {@code /sys/fs/cgroup} */
    PressureGauge(NamespaceRoot root, Path cgroups) {
        this.groups = ControlGroups.of(root);
        this.cgroups = cgroups;
    }

    Pressure read() {
        double load = SYSTEM.getSystemLoadAverage();
        Long now = throttled();
        Long since = now == null || throttledBefore == null ? null : Math.max(0, now - throttledBefore);
        throttledBefore = now;
        return new Pressure(load < 0 ? null : load, SYSTEM.getAvailableProcessors(), since);
    }

    private @Nullable Long throttled() {
        return groups.processorStatistics(cgroups)
                .flatMap(CpuStatistics::timesThrottled)
                .orElse(null);
    }
}
