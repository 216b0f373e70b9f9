package dev.homeport.finding;

import dev.homeport.net.Named;

/** How bad a finding is, the worst first. */
public enum Severity implements Named {
    /** Something does not work, or anybody on the network could take it over. */
    ERROR,
    /** Probably not as meant. */
    WARNING,
    /** Good to know when something puzzles. */
    INFO
}
