package dev.homeport.diagnosis.firewall;

import java.util.Optional;

/** Whether a step of a rule holds for a packet. */
enum Truth {
    YES,
    NO,
    /** What it looks at is not known. */
    UNKNOWN;

    static Truth of(Optional<Boolean> holds) {
        return holds.map(Truth::of).orElse(UNKNOWN);
    }

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }
}
