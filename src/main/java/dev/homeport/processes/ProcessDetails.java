package dev.homeport.processes;

import dev.homeport.platform.Container;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process. All text is cleaned, and the command line's secrets are masked. What is null could not be read: the
 * process ended meanwhile, or belongs to somebody else.
 *
 * @param name what the process calls itself; the kernel cuts it to 15 characters
 * @param container the container that it runs in, seen from outside; null when it runs in none
 * @param forwarder null when the process is not known to listen for others
 */
public record ProcessDetails(
        int pid,
        @Nullable String name,
        @Nullable String user,
        @Nullable String commandLine,
        @Nullable Instant startedAt,
        @Nullable Container container,
        @Nullable Forwarder forwarder) {

    /** One of which nothing can be read. */
    static ProcessDetails unknown(int pid) {
        return new ProcessDetails(pid, null, null, null, null, null, null);
    }

    /** The name, or words that say that it is not known. */
    public String displayName() {
        return name == null ? "name unknown" : name;
    }

    /** What it does with {@code port}, if it is a forwarder. */
    public Optional<Forwarding> forwardingAt(int port) {
        return Optional.ofNullable(forwarder).flatMap(known -> known.at(port));
    }
}
