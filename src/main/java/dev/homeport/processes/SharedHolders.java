package dev.homeport.processes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One index of {@link SocketHolders} for the sockets of several network namespaces: to keep one for each of them, and to
 * look through the descriptors of all processes for each, would be dear. Used by one thread.
 */
public final class SharedHolders {

    private final Function<Set<Long>, Holders> index;
    private final Map<String, Set<Long>> parts = new HashMap<>();
    private Set<Long> all = Set.of();

    /** @param index finds who holds the sockets with these inodes */
    public SharedHolders(Function<Set<Long>, Holders> index) {
        this.index = index;
    }

    /** The index as it is to be asked for the sockets of {@code namespace} alone. */
    public Function<Set<Long>, Holders> part(String namespace) {
        return inodes -> {
            if (parts.put(namespace, inodes) != inodes) {
                unite();
            }
            return index.apply(all);
        };
    }

    /** Forgets the sockets of all namespaces but these. */
    public void retain(Set<String> namespaces) {
        if (parts.keySet().retainAll(namespaces)) {
            unite();
        }
    }

    private void unite() {
        Set<Long> united = new HashSet<>();
        parts.values().forEach(united::addAll);
        all = united.equals(all) ? all : united;
    }
}
