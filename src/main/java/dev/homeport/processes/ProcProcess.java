package dev.homeport.processes;

import dev.homeport.platform.BoundedText;
import dev.homeport.platform.Container;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.UserNames;
import dev.homeport.platform.proc.ControlGroups;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Details of a process from its files below {@code /proc}, each read by itself: what one of them hides, or a name that
 * is no text, takes nothing from the others. OSHI gives up a process whose name is not UTF-8, and ends a command line
 * at the first empty argument.
 */
final class ProcProcess {

    private static final Pattern EFFECTIVE_UID = Pattern.compile("(?m)^Uid:\\s*\\d+\\s+(\\d+)");

    /** Clock ticks in a second as programs are told them (USER_HZ), whatever the kernel's own. */
    private static final long TICKS_PER_SECOND = 100;

    /** The line follows one with a number for each interrupt of the machine. */
    private static final int LARGEST = 4 << 20;

    private static final Pattern BOOT_TIME = Pattern.compile("(?m)^btime (\\d{1,12})$");

    private final Path proc;
    private final Path directory;

    ProcProcess(Path proc, int pid) {
        this.proc = proc;
        this.directory = proc.resolve(Integer.toString(pid));
    }

    ProcessDetails read(ProcessStat stat, UserNames users) {
        String name = stat.name().isEmpty() ? null : stat.name();
        List<String> arguments = CommandLine.parse(text("cmdline"));
        String commandLine = SecretMask.mask(arguments);
        return new ProcessDetails(
                stat.pid(),
                name,
                user(users),
                commandLine.isEmpty() ? null : commandLine,
                startedAt(stat),
                container(),
                Forwarders.of(name, arguments).orElse(null));
    }

    /** Not from {@link ProcessHandle}: in another proc file system the same number is another process. */
    private @Nullable Instant startedAt(ProcessStat stat) {
        Matcher boot = BOOT_TIME.matcher(BoundedText.of(proc.resolve("stat"), LARGEST));
        return boot.find()
                ? Instant.ofEpochSecond(Long.parseLong(boot.group(1)))
                        .plusMillis(stat.startTicks() * 1000 / TICKS_PER_SECOND)
                : null;
    }

    private @Nullable String user(UserNames users) {
        Matcher uid = EFFECTIVE_UID.matcher(text("status"));
        return uid.find() ? users.describe(uid.group(1)) : null;
    }

    private @Nullable Container container() {
        return ControlGroups.of(new NamespaceRoot(proc, directory.getFileName().toString()))
                .container()
                .orElse(null);
    }

    private String text(String file) {
        return BoundedText.of(directory.resolve(file));
    }
}
