package dev.homeport.diagnosis;

import java.util.Locale;

/** What somebody wants with an address and a port. */
public enum Purpose {
    REACH("reach it"),
    LISTEN("start a server on it");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** The name in JSON and in addresses: {@code reach}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
