package dev.homeport.processes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which processes hold which sockets.
 *
 * @param processes by the socket's inode, the primary one first; a socket that nobody is seen to hold is not in it
 * @param sought inodes for which not all processes have been looked at yet
 */
public record Holders(Map<Long, List<ProcessStat>> processes, Set<Long> sought) {

    private static final Comparator<ProcessStat> BY_START =
            Comparator.comparingLong(ProcessStat::startTicks).thenComparingInt(ProcessStat::pid);

    public Holders {
        processes = Map.copyOf(processes);
        sought = Set.copyOf(sought);
    }

    static Holders of(Collection<SeenProcess> table, Set<Long> sought) {
        Map<Long, List<ProcessStat>> holders = new HashMap<>();
        Map<Integer, Integer> parents = new HashMap<>();
        for (SeenProcess process : table) {
            parents.put(process.stat().pid(), process.stat().parent());
            for (Long inode : process.sockets()) {
                holders.computeIfAbsent(inode, key -> new ArrayList<>()).add(process.stat());
            }
        }
        holders.replaceAll((inode, processes) -> primaryFirst(processes, parents));
        return new Holders(holders, sought);
    }

    /** The primary one is the oldest of those without an ancestor among them (DOMAIN R2.36). */
    private static List<ProcessStat> primaryFirst(List<ProcessStat> holders, Map<Integer, Integer> parents) {
        Set<Integer> pids = new HashSet<>();
        holders.forEach(holder -> pids.add(holder.pid()));
        return holders.stream()
                .sorted(Comparator.comparing((ProcessStat holder) -> hasAncestorAmong(pids, holder, parents))
                        .thenComparing(BY_START))
                .toList();
    }

    /** The parents are those of one moment, but were read one after the other: a circle is possible. */
    private static boolean hasAncestorAmong(Set<Integer> pids, ProcessStat holder, Map<Integer, Integer> parents) {
        Set<Integer> passed = new HashSet<>();
        Integer ancestor = holder.parent();
        while (ancestor != null && passed.add(ancestor)) {
            if (pids.contains(ancestor) && ancestor != holder.pid()) {
                return true;
            }
            ancestor = parents.get(ancestor);
        }
        return false;
    }

    /** The processes that hold the socket, the primary one first. */
    public List<ProcessStat> of(long inode) {
        return processes.getOrDefault(inode, List.of());
    }
}
