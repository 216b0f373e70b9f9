package dev.homeport.namespaces.side;

import dev.homeport.net.Named;

/** What a loopback is to Homeport. */
public enum Kind implements Named {
    /** The one that Homeport runs in. */
    OWN("here"),
    /** That of the machine's first process, which is not Homeport's own. */
    HOST("the host"),
    /** That of a container engine's container. */
    CONTAINER("container"),
    /** Made by {@code ip netns}, by a unit with a private network, by a browser's sandbox … */
    OTHER("other"),
    /** That of another Homeport, which tells it itself. */
    PEER("peer"),
    /** One that was saved in a file. */
    SAVED("saved");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }

    /** Whether it is a network namespace of this very machine. */
    public boolean isOfThisMachine() {
        return this != PEER && this != SAVED;
    }
}
