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
}
