package dev.homeport.processes;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The sockets among a process' file descriptors, from the links in {@code /proc/<pid>/fd} (DOMAIN R2.30). Threads share
 * these, so one list serves all (R2.38). A descriptor that is closed meanwhile is passed over.
 */
final class Descriptors {

    private static final String SOCKET = "socket:[";

    private final Path proc;

    Descriptors(Path proc) {
        this.proc = proc;
    }

    /**
     * What a look at a process showed.
     *
     * @param sockets inodes of sockets by the number of the descriptor
     * @param numbers all descriptors that were open
     */
    record Look(Map<Integer, Long> sockets, BitSet numbers) {}

    /**
     * Looks at the descriptors of {@code pid} whose number passes {@code wanted}.
     *
     * @return nothing when the process is gone
     * @throws AccessDeniedException when they may not be read (R2.31)
     */
    Look of(int pid, IntPredicate wanted) throws AccessDeniedException {
        String directory = proc + "/" + pid + "/fd";
        String[] names = new File(directory).list();
        if (names == null) {
            return absent(directory);
        }
        Map<Integer, Long> sockets = new HashMap<>();
        BitSet numbers = new BitSet();
        for (String name : names) {
            int number = Integer.parseInt(name);
            numbers.set(number);
            if (wanted.test(number)) {
                socket(directory + "/" + name).ifPresent(inode -> sockets.put(number, inode));
            }
        }
        return new Look(sockets, numbers);
    }

    /** How many are open, which Linux 6.2 and newer tell as the directory's size; 0 where it is not told. */
    long count(int pid) {
        return new File(proc + "/" + pid + "/fd").length();
    }

    /** Whether a descriptor is this socket still. One that may not be read any more counts as being so. */
    boolean isSocket(int pid, int number, long inode) {
        try {
            return socket(proc + "/" + pid + "/fd/" + number).equals(Optional.of(inode));
        } catch (AccessDeniedException e) {
            return true;
        }
    }

    private static Look absent(String directory) throws AccessDeniedException {
        if (Files.exists(Path.of(directory))) {
            throw new AccessDeniedException(directory);
        }
        return new Look(Map.of(), new BitSet());
    }

    private static Optional<Long> socket(String link) throws AccessDeniedException {
        try {
            String target = Files.readSymbolicLink(Path.of(link)).toString();
            return target.startsWith(SOCKET)
                    ? Optional.of(Long.parseLong(target, SOCKET.length(), target.length() - 1, 10))
                    : Optional.empty();
        } catch (AccessDeniedException e) {
            throw e;
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
