package dev.homeport.interfaces;

import org.jspecify.annotations.Nullable;

/**
 * A kernel setting that changes what an address means.
 *
 * @param name as sysctl(8) writes it, {@code net.ipv6.bindv6only}
 * @param value null when it could not be read
 * @param whyUnknown why not; null when it was
 */
public record Setting(
        String name, @Nullable String value, @Nullable String whyUnknown) {

    /** Whether it certainly is on. */
    public boolean isOn() {
        return value != null && !value.equals("0");
    }

    /** What the setting does, whatever its value: a sentence. */
    public String meaning() {
        if (name.endsWith(".route_localnet")) {
            return "1 means: packets for 127.0.0.0/8 that come from outside are taken in.";
        } else if (name.endsWith(".disable_ipv6")) {
            return "1 means: no IPv6, and no ::1.";
        } else if (name.endsWith(".bindv6only")) {
            return "1 means: a new socket on [::] leaves IPv4 to others, unless its program says otherwise.";
        }
        return "1 means: programs may listen on addresses that this machine does not have.";
    }
}
