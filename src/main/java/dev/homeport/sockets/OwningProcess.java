package dev.homeport.sockets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process that holds a socket. All text is cleaned, and the command line's secrets are masked. What is null could not
 * be read: the process ended meanwhile, or belongs to somebody else.
 *
 * @param name what the process calls itself; the kernel cuts it to 15 characters
 */
public record OwningProcess(
        int pid,
        @Nullable String name,
        @Nullable String user,
        @Nullable String commandLine,
        @Nullable Instant startedAt) {

    /** The name, or words that say that it is not known. */
    public String displayName() {
        return name == null ? "name unknown" : name;
    }
}
