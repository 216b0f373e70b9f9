package dev.homeport.interfaces;

import dev.homeport.platform.InterfaceCounters;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has passed the interfaces since each was made. None of it tells whether loopback is healthy (DOMAIN R5.12): what a
 * firewall drops, or a full socket loses, is not counted here.
 *
 * @param byInterface by the interface's name
 * @param backlogDropped packets that this machine dropped before looking at them, since too many came at once: the only
 *     loss that loopback has itself (R7.18); null where the system does not tell
 */
public record Traffic(
        Map<String, InterfaceCounters> byInterface,
        @Nullable Long backlogDropped) {

    public Traffic {
        byInterface = Map.copyOf(byInterface);
    }

    /** The counters of the interface with this name. */
    public Optional<InterfaceCounters> of(String name) {
        return Optional.ofNullable(byInterface.get(name));
    }
}
