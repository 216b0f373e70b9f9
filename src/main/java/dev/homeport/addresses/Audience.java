package dev.homeport.addresses;

import dev.homeport.net.Named;

/** Who might want to reach a socket, from near to far. */
public enum Audience implements Named {
    HERE("From here", "programs of yours on this machine"),
    NEIGHBOURS("Users and containers here", "other users of this machine, and its containers"),
    NETWORK("Same network", "machines on a network that this one is on"),
    ANYWHERE("Anywhere routed", "whoever has a route to this machine, the internet included");

    private final String label;
    private final String meaning;

    Audience(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** The head of its column. */
    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }
}
