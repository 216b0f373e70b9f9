package dev.homeport.interfaces;

import dev.homeport.interfaces.source.LinkState;
import dev.homeport.net.InterfaceKind;
import dev.homeport.net.IpAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network interface.
 *
 * @param index the system's number of it
 * @param isUp whether it is switched on, which says nothing of what is plugged in
 * @param mtu bytes in the largest packet; null where the source does not tell
 * @param mac the hardware address; null where it has none
 * @param master the bridge or bond that it belongs to; null when it belongs to none
 * @param queueing the queueing discipline, {@code noqueue}; null where the source does not tell
 */
public record Interface(
        int index,
        String name,
        InterfaceKind kind,
        boolean isUp,
        LinkState state,
        @Nullable Integer mtu,
        @Nullable String mac,
        @Nullable String master,
        @Nullable String queueing,
        List<AssignedAddress> addresses) {

    public Interface {
        addresses = List.copyOf(addresses);
    }

    public boolean isLoopback() {
        return kind == InterfaceKind.LOOPBACK;
    }

    /** What it says of {@code address}; empty when it has it not. */
    public Optional<AssignedAddress> own(IpAddress address) {
        return addresses.stream().filter(own -> own.address().equals(address)).findFirst();
    }

    /** Whether packets can pass, as far as the system tells. */
    public boolean isRunning() {
        return isUp && (state == LinkState.UP || state == LinkState.UNKNOWN || state == LinkState.NOT_TOLD);
    }

    /** What its state means, a sentence. */
    public String stateMeaning() {
        if (!isUp) {
            return "It is switched off.";
        }
        return switch (state) {
            case UP -> "It is on, and connected.";
            case UNKNOWN ->
                isLoopback()
                        ? "It is on. UNKNOWN is the healthy state of loopback: there is no cable whose state could be known."
                        : "It is on. Its driver keeps no state, as is usual where there is no cable.";
            case NOT_TOLD -> "It is on. Whether it is connected, is not told from outside.";
            case DOWN -> "It is on, but not connected: nothing is plugged in, or nobody answers by radio.";
            case LOWER_LAYER_DOWN -> "It is on, but the interface beneath it, or its other end, is down.";
            case DORMANT -> "It is on and waits, for a login at its switch or access point for example.";
            case NOT_PRESENT -> "Its hardware is not there.";
            case TESTING -> "It is being tested, and passes no packets.";
        };
    }
}
