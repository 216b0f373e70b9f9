package dev.homeport.health.expectation;

import dev.homeport.net.Named;

/** Whether an expectation is met. */
public enum Fulfilment implements Named {
    UNMET("not met"),
    /** What would have to be known could not be read: no ground for an alarm, and none for calm. */
    UNKNOWN("not known"),
    MET("met");

    private final String label;

    Fulfilment(String label) {
        this.label = label;
    }

    /** The words on the page. */
    public String label() {
        return label;
    }
}
