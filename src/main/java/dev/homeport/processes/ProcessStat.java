package dev.homeport.processes;

import dev.homeport.platform.HostileText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which process a process id means, and which program it runs, from {@code /proc/<pid>/stat} (proc_pid_stat(5)). Two
 * that are equal are the same process running the same program; a process id alone may have been given to another
 * meanwhile (DOMAIN R2.44).
 *
 * @param parent the id of the process that started it, or that took it over
 * @param name what the process calls itself; the kernel cuts it to 15 characters
 * @param startTicks when it was started, in clock ticks since the system was
 * @param argumentsAt where its arguments lie in its memory, which changes with the program; 0 where that is secret
 * @param isKernelThread whether it is a part of the kernel, which has no descriptors
 */
public record ProcessStat(int pid, int parent, String name, long startTicks, long argumentsAt, boolean isKernelThread) {

    private static final int PARENT = 1;
    private static final int FLAGS = 6;
    private static final int START = 19;
    private static final int ARGUMENTS = 45;
    private static final long PF_KTHREAD = 0x200000;

    /** The process with this id now; empty when there is none, or when it may not be seen. */
    static Optional<ProcessStat> read(Path proc, int pid) {
        try {
            Path file = proc.resolve(Integer.toString(pid)).resolve("stat");
            return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The columns from the state on. */
    static String afterName(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 1).strip();
    }

    /** The name stands in brackets and may have brackets and blanks itself, so the columns are counted from the last. */
    static Optional<ProcessStat> parse(String stat) {
        int open = stat.indexOf('(');
        int close = stat.lastIndexOf(')');
        if (open < 1 || close < open) {
            return Optional.empty();
        }
        String[] columns = afterName(stat).split(" ");
        try {
            return Optional.of(new ProcessStat(
                    Integer.parseInt(stat.substring(0, open).strip()),
                    Integer.parseInt(columns[PARENT]),
                    HostileText.clean(stat.substring(open + 1, close)),
                    Long.parseLong(columns[START]),
                    columns.length > ARGUMENTS ? Long.parseUnsignedLong(columns[ARGUMENTS]) : 0,
                    (Long.parseLong(columns[FLAGS]) & PF_KTHREAD) != 0));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
