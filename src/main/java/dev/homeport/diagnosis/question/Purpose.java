package dev.homeport.diagnosis.question;

import dev.homeport.net.Named;

/** What somebody wants with an address and a port. */
public enum Purpose implements Named {
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
}
