package dev.homeport.health.loopback;

import java.util.Locale;

/** Whether a family's loopback does what it is there for. */
public enum Answer {
    WORKS,
    FAILS,
    /** There is none: a fact, and no failure (DOMAIN R5.22). */
    ABSENT,
    /** Homeport could not try it, for a reason of its own: it has no IPv6, or may not open a file more. */
    UNTESTED;

    /** The name in JSON: {@code works}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
