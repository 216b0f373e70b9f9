package dev.homeport.health.loopback;

import dev.homeport.net.Named;

/** Whether a family's loopback does what it is there for. */
public enum LoopbackAnswer implements Named {
    WORKS,
    FAILS,
    /** There is none: a fact, and no failure (DOMAIN R5.22). */
    ABSENT,
    /** Homeport could not try it, for a reason of its own: it has no IPv6, or may not open a file more. */
    UNTESTED
}
