package dev.homeport.processes;

import dev.homeport.net.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What a process is doing, from {@code /proc/<pid>/stat} (proc_pid_stat(5), column 3). */
public enum ProcessState implements Named {
    RUNNING("R"),
    SLEEPING("S"),
    /** It waits for a device or a file system, and cannot be disturbed. */
    WAITING_FOR_A_DISK("D"),
    /** Halted by a signal (Ctrl-Z, SIGSTOP). */
    STOPPED("T"),
    /** Halted by a debugger. */
    TRACED("t"),
    /** It has ended, and its parent has not asked how. */
    ZOMBIE("Z");

    private final String letter;

    ProcessState(String letter) {
        this.letter = letter;
    }

    /** Of the process with this id; empty when there is none, or it does something else. */
    public static Optional<ProcessState> read(Path proc, int pid) {
        try {
            Path file = proc.resolve(Integer.toString(pid)).resolve("stat");
            String stat = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            String after = ProcessStat.afterName(stat);
            return Arrays.stream(values())
                    .filter(state -> after.startsWith(state.letter))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** As ps(1) shows it: {@code T}. */
    public String letter() {
        return letter;
    }

    /** Whether it does nothing until somebody lets it. */
    public boolean isHalted() {
        return this == STOPPED || this == TRACED;
    }
}
