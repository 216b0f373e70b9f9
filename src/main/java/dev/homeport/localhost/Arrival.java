package dev.homeport.localhost;

import dev.homeport.net.Named;

/** How somebody fares who connects to a port by name. */
enum Arrival implements Named {
    AT_ONCE("at once", "yes"),
    /** The first address refuses, or is not there; a later one answers. */
    AFTER_FALLBACK("after a fallback", "fallback"),
    NOT_AT_ALL("refused", "no"),
    /** The name leads to another machine. */
    ELSEWHERE("goes elsewhere", "no"),
    NAME_UNKNOWN("name unknown", "no"),
    /** What is known of the sockets leaves it open. */
    UNCERTAIN("uncertain", "unknown");

    private final String label;
    private final String verdict;

    Arrival(String label, String verdict) {
        this.label = label;
        this.verdict = verdict;
    }

    /** Whether it comes to nothing. */
    boolean fails() {
        return this == NOT_AT_ALL || this == ELSEWHERE || this == NAME_UNKNOWN;
    }

    /** For people: {@code after a fallback}. */
    public String label() {
        return label;
    }

    /** For style sheets: {@code yes}, {@code fallback}, {@code no} or {@code unknown}. */
    public String verdict() {
        return verdict;
    }
}
