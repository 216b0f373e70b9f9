package dev.homeport.processes;

import dev.homeport.platform.HostileText;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.UserNames;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * Details of processes, from {@code /proc} on Linux and from OSHI elsewhere, kept while the same process runs the same
 * program. Which it is, is told on Linux by {@link ProcessStat}, elsewhere by what {@link ProcessHandle} sees: a process
 * id alone may have been given to another (DOMAIN R2.44), and a process may have become another program since. Used by
 * one thread.
 */
public final class OshiProcesses {

    private final OperatingSystem os;
    private final OsFamily osFamily;
    private final Path proc;
    private final UserNames userNames;
    private final Map<Integer, Known> known = new HashMap<>();

    private record Known(Object identity, ProcessDetails process) {}

    public OshiProcesses(OperatingSystem os, OsFamily osFamily, Path proc, UserNames userNames) {
        this.os = os;
        this.osFamily = osFamily;
        this.proc = proc;
        this.userNames = userNames;
    }

    /** The process that has this id now. */
    public ProcessDetails process(int pid) {
        if (osFamily == OsFamily.LINUX) {
            return ProcessStat.read(proc, pid).map(this::process).orElseGet(() -> unknown(pid));
        }
        return ProcessHandle.of(pid)
                .map(handle -> process(pid, identity(handle.info()), () -> read(pid)))
                .orElseGet(() -> unknown(pid));
    }

    /** The process {@code stat}; if it has ended since, what was known of it. */
    public ProcessDetails process(ProcessStat stat) {
        return process(stat.pid(), stat, () -> new ProcProcess(proc, stat.pid()).read(stat, userNames));
    }

    private ProcessDetails process(int pid, Object identity, Supplier<ProcessDetails> reader) {
        Known last = known.get(pid);
        if (last != null && last.identity().equals(identity)) {
            return last.process();
        }
        ProcessDetails process = reader.get();
        known.put(pid, new Known(identity, process));
        return process;
    }

    /** Forgets all processes but these. */
    public void retain(Set<Integer> pids) {
        known.keySet().retainAll(pids);
    }

    private static Object identity(ProcessHandle.Info info) {
        return List.of(info.startInstant(), info.command(), info.arguments().map(List::of));
    }

    private ProcessDetails read(int pid) {
        OSProcess process = os.getProcess(pid);
        if (process == null) {
            return unknown(pid);
        }
        String name = known(HostileText.clean(process.getName()));
        return new ProcessDetails(
                pid,
                name,
                known(HostileText.clean(process.getUser())),
                known(SecretMask.mask(process.getArguments())),
                startedAt(process),
                null,
                Forwarders.of(name, process.getArguments()).orElse(null));
    }

    private static ProcessDetails unknown(int pid) {
        return new ProcessDetails(pid, null, null, null, null, null, null);
    }

    private static @Nullable Instant startedAt(OSProcess process) {
        return ProcessHandle.of(process.getProcessID())
                .flatMap(handle -> handle.info().startInstant())
                .orElseGet(() -> process.getStartTime() > 0 ? Instant.ofEpochMilli(process.getStartTime()) : null);
    }

    /** OSHI says "" or "unknown" for what it could not read. */
    private static @Nullable String known(String text) {
        return text.isEmpty() || text.equalsIgnoreCase("unknown") ? null : text;
    }
}
