package dev.homeport.namespaces.source;

import dev.homeport.platform.NamespaceRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The processes of one network namespace.
 *
 * @param proc the proc file system that shows them
 * @param key what tells their namespace from others
 * @param pids lowest first, never empty
 */
public record ProcessGroup(Path proc, long key, List<Integer> pids) {

    /** Of a container with thousands of processes the first few tell as much as all. */
    private static final int MOST_ASKED = 16;

    public ProcessGroup {
        pids = List.copyOf(pids);
    }

    /** The places in which the namespace's files can be read, the likeliest first. */
    public List<NamespaceRoot> roots() {
        return pids.stream()
                .limit(MOST_ASKED)
                .map(pid -> new NamespaceRoot(proc, Integer.toString(pid)))
                .toList();
    }

    /** The kernel's number of the namespace; empty when none of the processes may be asked. */
    public Optional<String> number() {
        return roots().stream()
                .flatMap(root -> root.networkNamespace().stream())
                .findFirst();
    }
}
