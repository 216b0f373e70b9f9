package dev.homeport.processes;

import java.nio.file.AccessDeniedException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** A process as the index of socket holders remembers it. Used by one thread. */
final class SeenProcess {

    private final long youngUntilNanos;
    private ProcessStat stat;
    private boolean lookedAt;
    private boolean readable = true;
    private BitSet descriptors = new BitSet();
    private final Map<Integer, Long> sockets = new HashMap<>();

    SeenProcess(ProcessStat stat, long youngUntilNanos) {
        this.stat = stat;
        this.youngUntilNanos = youngUntilNanos;
    }

    ProcessStat stat() {
        return stat;
    }

    /** The same process, which has another parent or runs another program by now, and so other descriptors. */
    void become(ProcessStat now) {
        stat = now;
        lookedAt = false;
    }

    /** Whether it has been started so lately that it may still be setting itself up. */
    boolean isYoung(long nowNanos) {
        return nowNanos - youngUntilNanos < 0;
    }

    /** Whether its descriptors have ever been looked at, allowed or not. */
    boolean wasLookedAt() {
        return lookedAt;
    }

    boolean isReadable() {
        return readable;
    }

    boolean holdsAny() {
        return !sockets.isEmpty();
    }

    /** The watched sockets that it holds. */
    Set<Long> sockets() {
        return Set.copyOf(sockets.values());
    }

    /** Forgets sockets that are watched no longer; what their descriptors are by now is not known. */
    void forget(Set<Long> ended) {
        sockets.entrySet().removeIf(entry -> {
            boolean gone = ended.contains(entry.getValue());
            if (gone) {
                descriptors.clear(entry.getKey());
            }
            return gone;
        });
    }

    /** Looks at all its descriptors. Whether it holds others of the watched sockets than before. */
    boolean look(Descriptors reader, Set<Long> watched) {
        lookedAt = true;
        return look(reader, watched, number -> true);
    }

    /** Looks at those descriptors alone that were not open at the last look, and at those of the sockets it held. */
    boolean lookAtNew(Descriptors reader, Set<Long> watched) {
        BitSet known = (BitSet) descriptors.clone();
        sockets.keySet().forEach(known::clear);
        return look(reader, watched, number -> !known.get(number));
    }

    /** Looks whether it still holds what it held at the last look. */
    boolean lookAtHeld(Descriptors reader) {
        return sockets.entrySet().removeIf(held -> !reader.isSocket(stat.pid(), held.getKey(), held.getValue()));
    }

    /** Whether as many descriptors are open as at the last look; false too where the kernel does not count them. */
    boolean hasAsManyAsBefore(Descriptors reader) {
        return lookedAt && reader.count(stat.pid()) == descriptors.cardinality();
    }

    private boolean look(Descriptors reader, Set<Long> watched, IntPredicate wanted) {
        Map<Integer, Long> before = Map.copyOf(sockets);
        try {
            Descriptors.Look look = reader.of(stat.pid(), wanted);
            readable = true;
            descriptors = look.numbers();
            sockets.keySet().removeIf(number -> wanted.test(number) || !descriptors.get(number));
            look.sockets().forEach((number, inode) -> {
                if (watched.contains(inode)) {
                    sockets.put(number, inode);
                }
            });
        } catch (AccessDeniedException e) {
            readable = false;
            sockets.clear();
        }
        return !sockets.equals(before);
    }
}
