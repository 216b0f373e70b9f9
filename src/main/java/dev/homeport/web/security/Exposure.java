package dev.homeport.web.security;

import dev.homeport.net.IpAddress;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Whether Homeport's own page can be reached from other machines, as far as its bind address tells. */
enum Exposure {
    LOOPBACK,
    BEYOND;

    /**
     * @param address {@code server.address}; null when unset, which binds the loopback addresses
     */
    static Exposure of(@Nullable InetAddress address) {
        boolean loopback = address == null || IpAddress.of(address.getAddress()).isLoopback();
        return loopback ? LOOPBACK : BEYOND;
    }
}
