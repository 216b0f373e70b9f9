package dev.homeport.web.layout;

import java.util.List;

/**
 * An entry of the navigation.
 *
 * @param key the letter that goes there after {@code g}
 */
record NavEntry(String path, String title, String key) {

    /** All pages, in the order of the navigation. */
    static final List<NavEntry> ALL = List.of(
            new NavEntry("/", "Overview", "o"),
            new NavEntry("/sockets", "Sockets", "s"),
            new NavEntry("/addresses", "Addresses", "a"),
            new NavEntry("/interfaces", "Interfaces", "i"),
            new NavEntry("/hosts", "Hosts", "h"),
            new NavEntry("/localhost", "localhost", "l"),
            new NavEntry("/latency", "Latency", "d"),
            new NavEntry("/compare", "Compare", "c"));
}
