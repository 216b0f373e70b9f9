package dev.homeport.platform.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import dev.homeport.platform.OsFamily;
import java.util.Optional;

/**
 * The number of a network namespace that the kernel never gives again while it runs, unlike the inodes of {@code /proc}
 * ({@code SO_NETNS_COOKIE}, Linux 5.14). A socket tells that of its own namespace, to everybody.
 */
public final class NamespaceCookie {

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 02000000;
    private static final int SO_NETNS_COOKIE = 71;

    private NamespaceCookie() {}

    /** Of the network namespace that the calling thread is in; empty where the system does not tell. */
    public static Optional<Long> read() {
        if (OsFamily.current() != OsFamily.LINUX) {
            return Optional.empty();
        }
        try {
            int socket = LibC.socket(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
            try {
                Memory cookie = new Memory(Long.BYTES);
                Memory length = new Memory(Integer.BYTES);
                length.setInt(0, Long.BYTES);
                LibC.getsockopt(socket, LibC.SOL_SOCKET, SO_NETNS_COOKIE, cookie, length);
                return Optional.of(cookie.getLong(0));
            } finally {
                LibC.close(socket);
            }
        } catch (LastErrorException | LinkageError e) {
            return Optional.empty();
        }
    }
}
