package dev.homeport.processes;

import java.util.List;
import java.util.Optional;

/**
 * The arguments of a process from {@code /proc/<pid>/cmdline}, proc_pid_cmdline(5): each ends with a zero byte. Empty
 * ones count.
 */
public final class CommandLine {

    private CommandLine() {}

    /**
     * The arguments in a cmdline file's text; none when the process is gone, or is a part of the kernel. A process that
     * has written a title over its arguments may leave many zeros behind it.
     */
    public static List<String> parse(String text) {
        String arguments = text.replaceAll("\0+$", "");
        return arguments.isEmpty() ? List.of() : List.of(arguments.split("\0", -1));
    }

    /** The argument after the first that is {@code option}. */
    static Optional<String> valueAfter(String option, List<String> arguments) {
        int index = arguments.indexOf(option) + 1;
        return 0 < index && index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
    }
}
