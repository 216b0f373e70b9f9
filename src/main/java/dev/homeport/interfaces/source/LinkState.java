package dev.homeport.interfaces.source;

import dev.homeport.net.Named;

/** The operational state of an interface (RFC 2863, {@code ifOperStatus}). */
public enum LinkState implements Named {
    UP,
    DOWN,
    /** Its driver keeps no such state: the healthy state of loopback (DOMAIN R5.1, R5.2). */
    UNKNOWN,
    /** The source does not tell it. */
    NOT_TOLD,
    DORMANT,
    NOT_PRESENT,
    LOWER_LAYER_DOWN,
    TESTING;

    /** IF_OPER_* of {@code linux/if.h}. */
    static LinkState ofLinux(int state) {
        return switch (state) {
            case 1 -> NOT_PRESENT;
            case 2 -> DOWN;
            case 3 -> LOWER_LAYER_DOWN;
            case 4 -> TESTING;
            case 5 -> DORMANT;
            case 6 -> UP;
            default -> UNKNOWN;
        };
    }
}
