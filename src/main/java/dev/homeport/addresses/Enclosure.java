package dev.homeport.addresses;

import org.jspecify.annotations.Nullable;

/** What a network namespace is the inside of: that decides what leads into it from other machines. */
public enum Enclosure {
    /** Of nothing: it is the machine's own, and its addresses are the machine's. */
    NONE(null),
    /** Of the container that Homeport runs in. */
    OWN_CONTAINER(
            "Homeport runs in a container: these are the container's addresses. What its host publishes of them, cannot be "
                    + "seen from here."),
    /** Of a container that Homeport sees from outside. */
    CONTAINER("These are a container's addresses. What the host publishes of them, the page Compare tells."),
    /** Of another one: made by {@code ip netns}, by a unit with a private network, by a browser's sandbox. */
    NAMESPACE(
            "These are the addresses of a network namespace beside the machine's own: what leads into it from outside, is "
                    + "decided there.");

    private final @Nullable String caveat;

    Enclosure(@Nullable String caveat) {
        this.caveat = caveat;
    }

    /** What its addresses do not tell, a sentence or two; null when they tell all. */
    @Nullable
    String caveat() {
        return caveat;
    }

    boolean isContainer() {
        return this == OWN_CONTAINER || this == CONTAINER;
    }
}
