package dev.homeport.platform;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who Homeport is on this machine, and what it can see from there.
 *
 * @param osFamily whose commands the user has
 * @param os the system's own name for itself, {@code Debian GNU/Linux 12} for example
 * @param user the name it runs as, or the number where there is no name
 * @param root whether it runs with all rights (user id 0, an elevated token)
 * @param container the container it runs in, if it does
 * @param namespace the inode of its network namespace; null where there are none
 * @param ownersHidden why owners of sockets can be hidden from it; null when none can
 * @param limits all that it cannot see, the former included
 */
public record Vantage(
        OsFamily osFamily,
        String os,
        String hostname,
        String user,
        boolean root,
        @Nullable Container container,
        @Nullable String namespace,
        @Nullable Limit ownersHidden,
        List<Limit> limits) {

    public Vantage {
        limits = List.copyOf(limits);
    }

    /** The same view of another network namespace than Homeport's own. */
    public Vantage of(String otherNamespace, @Nullable Container whose, @Nullable Limit ownersHiddenThere) {
        return new Vantage(osFamily, os, hostname, user, root, whose, otherNamespace, ownersHiddenThere, limits);
    }

    /** Why owners of sockets can be hidden; empty when a socket without an owner can only be the kernel's. */
    public Optional<Limit> whyOwnersHide() {
        return Optional.ofNullable(ownersHidden);
    }
}
