package dev.homeport.platform.vantage;

import dev.homeport.net.FirstFew;
import dev.homeport.platform.Limit;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.proc.MountTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether this process may see which process holds a socket. On Linux that means to read the links in
 * {@code /proc/<pid>/fd} of every process of the machine (DOMAIN R2.30 to R2.35); it is tried, not concluded from a
 * user id, since security modules forbid it to root too.
 */
public final class ProcessSight {

    private static final String WHAT = "Which process owns some of the sockets";

    /** Bit of CAP_SYS_PTRACE in the masks of {@code /proc/self/status}. */
    private static final int PTRACE_BIT = 19;

    /** Values of the option of /proc that hide other users' processes (proc(5)). */
    private static final Set<String> HIDING = Set.of("1", "2", "4", "noaccess", "invisible", "ptraceable");

    private static final Pattern EFFECTIVE = Pattern.compile("(?m)^CapEff:\\s*([0-9a-f]+)$");
    private static final Pattern EFFECTIVE_UID = Pattern.compile("(?m)^Uid:\\s*\\d+\\s+(\\d+)");

    private final NamespaceRoot root;

    /** @param root of this process, perhaps in another proc file system than its own */
    public ProcessSight(NamespaceRoot root) {
        this.root = root;
    }

    /** What stands in the way; empty when the owner of each socket can be seen unless the kernel itself holds it. */
    Optional<Limit> limit(OsFamily os, boolean elevated) {
        if (os != OsFamily.LINUX) {
            return elevated ? Optional.empty() : Optional.of(notElevated(os));
        }
        String status = text("status");
        if (status.isEmpty()) {
            return Optional.of(new Limit(
                    WHAT,
                    "There is no proc file system at " + root.proc() + ", where Linux tells who holds what.",
                    "Mount one there, or let homeport.proc name the place of one."));
        }
        if (!mayTrace(status)) {
            return Optional.of(new Limit(WHAT, notPrivileged(status), privilegedStart()));
        }
        if (!root.isInFirstProcessNamespace()) {
            return Optional.of(new Limit(
                    WHAT,
                    "Homeport runs in a process namespace of its own, so it sees no process outside it.",
                    "Run it on the host, or start its container with --pid=host."));
        }
        return unreadable();
    }

    /** The same for the processes that a mounted proc file system shows, which are another's, as those of a host. */
    public Optional<Limit> limitOfMounted() {
        String status = text("status");
        return mayTrace(status) ? unreadable() : Optional.of(new Limit(WHAT, notPrivileged(status), privilegedStart()));
    }

    private Optional<Limit> unreadable() {
        List<String> unreadable = UnreadableProcesses.in(root.proc());
        return unreadable.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Limit(
                                WHAT,
                                "The system does not let even this privileged process read the file descriptors of "
                                        + listed(unreadable) + ".",
                                "A security module or sandbox forbids it; in a container, --security-opt apparmor=unconfined."));
    }

    /** The effective user id, from {@code /proc/self/status}. */
    Optional<Integer> effectiveUserId() {
        return first(EFFECTIVE_UID, text("status")).map(Integer::valueOf);
    }

    private static Limit notElevated(OsFamily os) {
        String remedy = os == OsFamily.WINDOWS
                ? "Start Homeport from an elevated PowerShell (Run as administrator)."
                : "Start Homeport with sudo.";
        return new Limit(WHAT, "Homeport runs without administrator rights.", remedy);
    }

    private static boolean mayTrace(String status) {
        return first(EFFECTIVE, status)
                        .map(mask -> Long.parseUnsignedLong(mask, 16) >>> PTRACE_BIT & 1)
                        .orElse(0L)
                == 1;
    }

    private String notPrivileged(String status) {
        String who = first(EFFECTIVE_UID, status).map(uid -> "user id " + uid).orElse("an ordinary user");
        String why = "Homeport runs as " + who + " without the capability CAP_SYS_PTRACE, so the file descriptors of "
                + "other users' processes are closed to it.";
        return isHiding() ? why + " /proc is mounted with hidepid, which hides those processes altogether." : why;
    }

    private boolean isHiding() {
        return MountTable.of(root)
                .at("/proc")
                .flatMap(mount -> mount.option("hidepid"))
                .filter(HIDING::contains)
                .isPresent();
    }

    private static String privilegedStart() {
        return "Start it as root: sudo java -jar homeport.jar; in a container: --user 0 --cap-add SYS_PTRACE. "
                + "Or look once: sudo ss -tulpn";
    }

    private static String listed(List<String> processes) {
        return "process " + FirstFew.of(processes, 3);
    }

    private String text(String file) {
        return root.textOfProcess(file);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
