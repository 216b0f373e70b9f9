package dev.homeport.diagnosis.situation;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.proc.ControlGroups;
import dev.homeport.platform.proc.CpuStatistics;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How often the quotas of processes' control groups have stopped them ({@code cpu.stat}, cgroups(7)): looked at once, and
 * once again.
 */
record Throttling(Map<Path, Long> before, Map<Integer, Path> groups) {

    static Throttling of(NamespaceRoot root, Collection<Integer> processes) {
        Map<Integer, Path> groups = new HashMap<>();
        Map<Path, Long> counts = new HashMap<>();
        processes.forEach(process -> ControlGroups.of(new NamespaceRoot(root.proc(), process.toString()))
                .processorStatistics(ControlGroups.MOUNTED)
                .ifPresent(file -> {
                    groups.put(process, file);
                    CpuStatistics.timesThrottled(file).ifPresent(count -> counts.put(file, count));
                }));
        return new Throttling(counts, groups);
    }

    /** How often since; none for one that was not stopped, or has no quota. */
    Map<Integer, Long> since() {
        Map<Integer, Long> rises = new HashMap<>();
        groups.forEach((process, file) -> {
            long earlier = before.getOrDefault(file, Long.MAX_VALUE);
            CpuStatistics.timesThrottled(file)
                    .map(now -> now - earlier)
                    .filter(rise -> rise > 0)
                    .ifPresent(rise -> rises.put(process, rise));
        });
        return rises;
    }
}
