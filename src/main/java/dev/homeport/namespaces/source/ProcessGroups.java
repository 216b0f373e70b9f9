package dev.homeport.namespaces.source;

import dev.homeport.platform.NamespaceRoot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Sorts the processes that a proc file system shows by their network namespaces, which needs no privilege. */
public final class ProcessGroups {

    private static final Pattern PROCESS_ID = Pattern.compile("[1-9]\\d{0,8}");

    private final Path proc;

    public ProcessGroups(Path proc) {
        this.proc = proc;
    }

    /** The groups now, that of the lowest process first. A process that ends meanwhile is in none, nor is one that hides. */
    public List<ProcessGroup> read() {
        Map<Long, List<Integer>> pids = new TreeMap<>();
        for (int pid : processes()) {
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

    private TreeSet<Integer> processes() {
        TreeSet<Integer> found = new TreeSet<>();
        String[] names = proc.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            if (PROCESS_ID.matcher(name).matches()) {
                found.add(Integer.parseInt(name));
            }
        }
        return found;
    }
}
