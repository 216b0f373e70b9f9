package dev.homeport.diagnosis.situation;

import dev.homeport.platform.CpuStatistics;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How often the quotas of processes' control groups have stopped them ({@code cpu.stat}, cgroups(7)): looked at once, and
 * once again.
 */
record Throttling(Map<Path, Long> before, Map<Integer, Path> groups) {

    /** The line of version 2, {@code 0::/path}, and that of version 1, {@code 3:cpu,cpuacct:/path}. */
    private static final Pattern LINE = Pattern.compile("\\d+:(?<controllers>|[^:]*\\bcpu\\b[^:]*):(?<path>/.*)");

    private static final Path CONTROL_GROUPS = Path.of("/sys/fs/cgroup");

    static Throttling of(NamespaceRoot root, Collection<Integer> processes) {
        Map<Integer, Path> groups = new HashMap<>();
        Map<Path, Long> counts = new HashMap<>();
        processes.forEach(process -> statistics(root.proc().resolve(process + "/cgroup"))
                .findFirst()
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

    /** Those that are there: a group of a container is seen under its own name from in there. */
    private static Stream<Path> statistics(Path memberships) {
        try {
            return Files.readAllLines(memberships).stream()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .filter(line -> !line.group("path").contains(".."))
                    .map(line -> CONTROL_GROUPS
                            .resolve(line.group("controllers"))
                            .resolve(line.group("path").substring(1))
                            .resolve("cpu.stat"))
                    .filter(Files::isReadable);
        } catch (IOException | RuntimeException e) {
            return Stream.empty();
        }
    }
}
