package dev.homeport.diagnosis.question;

import dev.homeport.net.Named;

/** From where somebody wants to reach it. */
public enum From implements Named {
    HERE("here", "a program on this machine"),
    CONTAINER("a container", "a program in a container on this machine, in a network of its own"),
    LAN("another computer", "a program on another computer on the same network");

    private final String label;
    private final String meaning;

    From(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** Who that is. */
    public String meaning() {
        return meaning;
    }
}
