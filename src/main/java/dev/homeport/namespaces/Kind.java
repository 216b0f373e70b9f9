package dev.homeport.namespaces;

import java.util.Locale;

/** What a network namespace is to Homeport. */
public enum Kind {
    /** The one that Homeport runs in. */
    OWN("here"),
    /** That of the machine's first process, which is not Homeport's own. */
    HOST("the host"),
    /** That of a container engine's container. */
    CONTAINER("container"),
    /** Made by {@code ip netns}, by a unit with a private network, by a browser's sandbox … */
    OTHER("other");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }

    /** The name in JSON: {@code own}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
