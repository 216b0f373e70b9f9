package dev.homeport.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proc file system of the machine that runs this container, mounted into it ({@code -v /proc:/host/proc:ro}): in it
 * stand that machine's processes by their own numbers, with the network of each. Its {@code net} and {@code sys} are the
 * reader's own, so nothing is ever read there (DOMAIN R2.52, R2.53).
 *
 * @param mounted where it is; null when it is not there
 * @param chosen whether the user named the place
 */
public record HostProc(@Nullable Path mounted, boolean chosen, Path place) {

    private static final Path USUAL = Path.of("/host/proc");

    static HostProc of(PlatformProperties properties) {
        Path chosen = properties.host().proc();
        Path place = chosen == null ? USUAL : chosen;
        return new HostProc(isProc(place) ? place : null, chosen != null, place);
    }

    /** Whatever else the folder is, a proc file system has the reader's own process. */
    private static boolean isProc(Path place) {
        return Files.isReadable(place.resolve("self/stat"));
    }

    public Optional<Path> path() {
        return Optional.ofNullable(mounted);
    }

    /** The namespaces of the host's first process; empty without the mount. */
    public Optional<NamespaceRoot> first() {
        return path().map(proc -> new NamespaceRoot(proc, "1"));
    }
}
