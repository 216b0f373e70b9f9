package dev.homeport.interfaces;

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
        Map<String, Counters> byInterface, @Nullable Long backlogDropped) {

    /**
     * The counters of one interface. On loopback every packet counts as sent and as received.
     *
     * @param sendDropped null where the system does not tell
     */
    public record Counters(
            long receivedBytes,
            long receivedPackets,
            long receiveErrors,
            long receiveDropped,
            long sentBytes,
            long sentPackets,
            long sendErrors,
            @Nullable Long sendDropped) {

        /** Whether anything went wrong, ever. */
        public boolean hasLosses() {
            return receiveErrors + receiveDropped + sendErrors + (sendDropped == null ? 0 : sendDropped) > 0;
        }
    }

    public Traffic {
        byInterface = Map.copyOf(byInterface);
    }

    /** The counters of the interface with this name. */
    public Optional<Counters> of(String name) {
        return Optional.ofNullable(byInterface.get(name));
    }
}
