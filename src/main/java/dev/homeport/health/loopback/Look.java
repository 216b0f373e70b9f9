package dev.homeport.health.loopback;

import dev.homeport.interfaces.Interfaces;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces at the moment of a self-test.
 *
 * @param seen null when they could not be looked at
 * @param unread why not; null when they could
 */
record Look(@Nullable Interfaces seen, @Nullable String unread) {}
