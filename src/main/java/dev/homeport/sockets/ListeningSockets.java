package dev.homeport.sockets;

import dev.homeport.platform.Limit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All listening sockets of one network namespace, sorted by port.
 *
 * @param source the name of the source, {@code oshi}
 * @param namespace the inode of the network namespace; null where there are none
 * @param limits what this source cannot tell
 * @param ownersHidden why owners are hidden, if any can be
 */
public record ListeningSockets(
        String source,
        @Nullable String namespace,
        List<ListeningSocket> sockets,
        List<Limit> limits,
        @Nullable Limit ownersHidden) {

    public ListeningSockets {
        sockets = List.copyOf(sockets);
        limits = List.copyOf(limits);
    }

    /** The ports on which several sockets wait for peers, by the id of each of these. */
    public Map<String, SharedPort> sharedPorts() {
        return SharedPort.byId(sockets);
    }

    /** How many sockets have an owner that Homeport may not see. */
    public long hiddenOwners() {
        return sockets.stream()
                .filter(socket -> socket.owner().visibility() == Owner.Visibility.HIDDEN)
                .count();
    }

    /** One line: for how many the owner is hidden, why, and what would show it (DOMAIN R2.43). */
    public Optional<String> hiddenOwnersLine() {
        long hidden = hiddenOwners();
        if (hidden == 0 || ownersHidden == null) {
            return Optional.empty();
        }
        String count = hidden == 1 ? "The owner of 1" : "The owners of " + hidden;
        String verb = hidden == 1 ? " is hidden. " : " are hidden. ";
        return Optional.of(
                count + " of " + sockets.size() + " sockets" + verb + ownersHidden.why() + " " + ownersHidden.remedy());
    }
}
