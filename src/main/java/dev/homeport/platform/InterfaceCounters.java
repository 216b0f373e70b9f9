package dev.homeport.platform;

import org.jspecify.annotations.Nullable;

/**
 * What has passed an interface since it was made. On loopback every packet counts as sent and as received.
 *
 * @param sendDropped null where the system does not tell
 */
public record InterfaceCounters(
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
