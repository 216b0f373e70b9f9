package dev.homeport.finding;

import java.util.Locale;

/** How bad a finding is, the worst first. */
public enum Severity {
    /** Something does not work, or anybody on the network could take it over. */
    ERROR,
    /** Probably not as meant. */
    WARNING,
    /** Good to know when something puzzles. */
    INFO;

    /** The name in JSON and style sheets: {@code error}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
