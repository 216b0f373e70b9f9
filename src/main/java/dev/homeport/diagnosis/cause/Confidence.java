package dev.homeport.diagnosis.cause;

import dev.homeport.net.Named;

/** How sure a conclusion is. */
public enum Confidence implements Named {
    /** What was observed leaves no other explanation. */
    HIGH,
    /** It explains all that was observed, and something else could. */
    MEDIUM,
    /** It is possible, and nothing observed speaks for it in particular. */
    LOW
}
