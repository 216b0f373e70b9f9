package dev.homeport.processes;

import dev.homeport.platform.OsFamily;
import dev.homeport.platform.UserNames;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Details of processes, kept while the same process runs the same program. Which it is, is told on Linux by
 * {@link ProcessStat}, elsewhere by what {@link ProcessHandle} sees: a process id alone may have been given to another
 * (DOMAIN R2.44), and a process may have become another program since. Used by one thread.
 */
public final class KnownProcesses {

    private final OsFamily osFamily;
    private final Path proc;
    private final UserNames userNames;
    private final IntFunction<ProcessDetails> elsewhere;
    private final Map<Integer, Known> known = new HashMap<>();

    private record Known(Object identity, ProcessDetails process) {}

    /** @param elsewhere reads the details of a process where there is no {@code proc} */
    public KnownProcesses(OsFamily osFamily, Path proc, UserNames userNames, IntFunction<ProcessDetails> elsewhere) {
        this.osFamily = osFamily;
        this.proc = proc;
        this.userNames = userNames;
        this.elsewhere = elsewhere;
    }

    /** Those that {@code proc} shows. */
    public static KnownProcesses ofLinux(Path proc, UserNames userNames) {
        return new KnownProcesses(OsFamily.LINUX, proc, userNames, ProcessDetails::unknown);
    }

    /** The process that has this id now. */
    public ProcessDetails process(int pid) {
        if (osFamily == OsFamily.LINUX) {
            return ProcessStat.read(proc, pid).map(this::process).orElseGet(() -> ProcessDetails.unknown(pid));
        }
        return ProcessHandle.of(pid)
                .map(handle -> process(pid, identity(handle.info()), () -> elsewhere.apply(pid)))
                .orElseGet(() -> ProcessDetails.unknown(pid));
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
}
