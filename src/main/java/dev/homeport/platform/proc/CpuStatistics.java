package dev.homeport.platform.proc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a control group's {@code cpu.stat} tells (cgroups(7), version 1 and version 2). */
public final class CpuStatistics {

    private static final String THROTTLED = "nr_throttled ";

    private CpuStatistics() {}

    /** How often its quota has stopped the group; empty where it has none, or the file cannot be read. */
    public static Optional<Long> timesThrottled(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(THROTTLED))
                    .map(line -> Long.valueOf(line.substring(THROTTLED.length()).strip()))
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
