package dev.homeport.sockets;

import dev.homeport.platform.HostileText;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.UserNames;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * Details of processes from OSHI, kept while the same process runs the same program. Which it is, is told by the start
 * time and the program that {@link ProcessHandle} sees: a process id alone may have been given to another (DOMAIN
 * R2.44), and a process may have become another program since. Used by one thread.
 */
final class OshiProcesses {

    private final OperatingSystem os;
    private final OsFamily osFamily;
    private final UserNames userNames;
    private final Map<Integer, Known> known = new HashMap<>();

    /** What tells one process from another with the same id. */
    private record Identity(
            @Nullable Instant startedAt, @Nullable String program, List<String> arguments) {}

    private record Known(Identity identity, OwningProcess process) {}

    OshiProcesses(OperatingSystem os, OsFamily osFamily, UserNames userNames) {
        this.os = os;
        this.osFamily = osFamily;
        this.userNames = userNames;
    }

    OwningProcess process(int pid) {
        Optional<Identity> identity = ProcessHandle.of(pid).map(handle -> identity(handle.info()));
        Known last = known.get(pid);
        if (last != null && identity.isPresent() && identity.get().equals(last.identity())) {
            return last.process();
        }
        OwningProcess process = read(pid, identity.map(Identity::startedAt).orElse(null));
        identity.ifPresent(now -> known.put(pid, new Known(now, process)));
        return process;
    }

    /** Forgets all processes but these. */
    void retain(Set<Integer> pids) {
        known.keySet().retainAll(pids);
    }

    private static Identity identity(ProcessHandle.Info info) {
        List<String> arguments = info.arguments().map(List::of).orElse(List.of());
        return new Identity(info.startInstant().orElse(null), info.command().orElse(null), arguments);
    }

    private OwningProcess read(int pid, @Nullable Instant startedAt) {
        OSProcess process = os.getProcess(pid);
        if (process == null) {
            return new OwningProcess(pid, null, null, null, startedAt);
        }
        String commandLine = SecretMask.mask(process.getArguments());
        Instant started = startedAt == null && process.getStartTime() > 0
                ? Instant.ofEpochMilli(process.getStartTime())
                : startedAt;
        return new OwningProcess(
                pid, known(HostileText.clean(process.getName())), known(user(process)), known(commandLine), started);
    }

    private String user(OSProcess process) {
        if (osFamily != OsFamily.LINUX) {
            return HostileText.clean(process.getUser());
        }
        String uid = process.getUserID();
        return userNames.nameOf(uid).orElseGet(() -> uid.isEmpty() ? "" : "user id " + uid);
    }

    /** OSHI says "" or "unknown" for what it could not read. */
    private static @Nullable String known(String text) {
        return text.isEmpty() || text.equalsIgnoreCase("unknown") ? null : text;
    }
}
