package dev.homeport.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The processes that {@code /proc} shows, kept from one refresh to the next. Whether any was started or ended since is
 * told by one small file: {@code /proc/loadavg} has the number of threads and the last process id given (proc(5)).
 */
final class ProcessTable {

    private static final long YOUTH_NANOS = Duration.ofSeconds(10).toNanos();

    private static final int INIT = 1;

    private final Path proc;
    private final LongSupplier ticker;
    private final Map<Integer, SeenProcess> processes = new LinkedHashMap<>();

    /** Parts of the kernel, which hold nothing and need not be read again. */
    private final Set<Integer> kernelThreads = new HashSet<>();

    private String pulse = "";

    ProcessTable(Path proc, LongSupplier ticker) {
        this.proc = proc;
        this.ticker = ticker;
    }

    Collection<SeenProcess> all() {
        return processes.values();
    }

    /** The processes as they are now, those seen last first. */
    List<SeenProcess> newestFirst() {
        List<SeenProcess> newest = new ArrayList<>(processes.values());
        Collections.reverse(newest);
        return newest;
    }

    /** The processes that hold sockets, those with most of them first. */
    List<SeenProcess> holdersOfMostFirst() {
        return processes.values().stream()
                .filter(SeenProcess::holdsAny)
                .sorted(Comparator.comparingInt(process -> -process.sockets().size()))
                .toList();
    }

    /**
     * Whether a process that was not looked at may have inherited a socket: its parent holds one, or is not to be seen
     * any more, as that of a daemon.
     */
    boolean mayHaveInherited(SeenProcess process) {
        boolean isAdopted = process.stat().parent() <= INIT;
        return !process.wasLookedAt()
                && (isAdopted
                        || process.holdsAny()
                        || parentOf(process).map(SeenProcess::holdsAny).orElse(true));
    }

    Optional<SeenProcess> parentOf(SeenProcess process) {
        return Optional.ofNullable(processes.get(process.stat().parent()));
    }

    /** Whether a holder of sockets has gone, or become another, since the last refresh. */
    boolean refresh() {
        String now = pulse();
        if (!now.isEmpty() && now.equals(pulse)) {
            return false;
        }
        boolean changed = false;
        Set<Integer> present = ProcessIds.in(proc);
        pulse = now;
        for (SeenProcess process : List.copyOf(processes.values())) {
            boolean gone = !present.remove(process.stat().pid());
            if (gone || process.holdsAny()) {
                changed |= !verify(process);
            }
        }
        kernelThreads.retainAll(present);
        present.removeAll(kernelThreads);
        boolean first = processes.isEmpty();
        present.forEach(pid -> ProcessStat.read(proc, pid).ifPresent(stat -> add(stat, first ? 0 : YOUTH_NANOS)));
        return changed;
    }

    /** Whether this is still the same process running the same program; one that is not is another from now on. */
    boolean verify(SeenProcess process) {
        ProcessStat before = process.stat();
        Optional<ProcessStat> now = ProcessStat.read(proc, before.pid());
        if (now.equals(Optional.of(before))) {
            return true;
        }
        if (now.isPresent() && now.get().startTicks() == before.startTicks()) {
            process.become(now.get());
            return !process.holdsAny();
        }
        processes.remove(before.pid(), process);
        now.ifPresent(stat -> add(stat, YOUTH_NANOS));
        return !process.holdsAny();
    }

    private void add(ProcessStat stat, long youthNanos) {
        if (stat.isKernelThread()) {
            kernelThreads.add(stat.pid());
        } else {
            processes.put(stat.pid(), new SeenProcess(stat, ticker.getAsLong() + youthNanos));
        }
    }

    private String pulse() {
        try {
            String[] columns = Files.readString(proc.resolve("loadavg")).split("[ /]");
            return columns.length > 5 ? columns[4] + " " + columns[5] : "";
        } catch (IOException e) {
            return "";
        }
    }
}
