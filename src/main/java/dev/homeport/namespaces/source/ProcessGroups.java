package dev.homeport.namespaces.source;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.processes.ProcessIds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts the processes that a proc file system shows by their network namespaces, which needs no privilege. */
public final class ProcessGroups {

    private final Path proc;

    public ProcessGroups(Path proc) {
        this.proc = proc;
    }

    /** The groups now, that of the lowest process first. A process that ends meanwhile is in none, nor is one that hides. */
    public List<ProcessGroup> read() {
        Map<Long, List<Integer>> pids = new TreeMap<>();
        for (int pid : ProcessIds.in(proc)) {
            new NamespaceRoot(proc, Integer.toString(pid))
                    .networkKey()
                    .ifPresent(key ->
                            pids.computeIfAbsent(key, none -> new ArrayList<>()).add(pid));
        }
        return pids.entrySet().stream()
                .map(group -> new ProcessGroup(proc, group.getKey(), group.getValue()))
                .sorted((one, other) -> one.pids().get(0).compareTo(other.pids().get(0)))
                .toList();
    }
}
