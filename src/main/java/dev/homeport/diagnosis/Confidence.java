package dev.homeport.diagnosis;

import java.util.Locale;

/** How sure a conclusion is. */
public enum Confidence {
    /** What was observed leaves no other explanation. */
    HIGH,
    /** It explains all that was observed, and something else could. */
    MEDIUM,
    /** It is possible, and nothing observed speaks for it in particular. */
    LOW;

    /** The name in JSON: {@code high}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
