package dev.homeport.processes;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The arguments of a process from {@code /proc/<pid>/cmdline}, proc_pid_cmdline(5): each ends with a zero byte. Empty
 * ones count; OSHI ends the list at the first of them.
 */
final class CommandLine {

    private static final int MOST_BYTES = 65_536;

    private CommandLine() {}

    /** The arguments; none when the process is gone, or is a part of the kernel. */
    static List<String> read(Path proc, int pid) {
        Path file = proc.resolve(Integer.toString(pid)).resolve("cmdline");
        try (FileInputStream bytes = new FileInputStream(file.toFile())) {
            return parse(new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** A process that has written a title over its arguments may leave many zeros behind it. */
    static List<String> parse(String text) {
        String arguments = text.replaceAll("\0+$", "");
        return arguments.isEmpty() ? List.of() : List.of(arguments.split("\0", -1));
    }
}
