package dev.homeport.interfaces.source;

import org.jspecify.annotations.Nullable;

/**
 * An interface as its source tells of it, without its addresses.
 *
 * @param index the system's number of it
 * @param isUp whether it was switched on (IFF_UP), which says nothing of what is plugged in
 * @param mtu bytes in the largest packet; null where it is not told
 * @param mac the hardware address; null where there is none, as on loopback and tunnels
 * @param driver what the kernel calls this kind of virtual interface; null for others and where it is not told
 * @param master the index of the bridge or bond that it belongs to; null when it belongs to none
 * @param queueing the queueing discipline, {@code noqueue}; null where it is not told
 */
public record LinkRow(
        int index,
        String name,
        boolean isLoopback,
        boolean isUp,
        LinkState state,
        @Nullable Integer mtu,
        @Nullable String mac,
        @Nullable String driver,
        @Nullable Integer master,
        @Nullable String queueing) {}
