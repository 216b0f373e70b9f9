package dev.homeport.hosts;

import java.util.Locale;

/** What an entry is for. */
enum EntryGroup {
    LOOPBACK("Loopback and system names"),
    THIS_HOST("This host"),
    OVERRIDE("Overrides"),
    BLOCK_LIST("Block list"),
    DISABLED("Disabled");

    private final String label;

    EntryGroup(String label) {
        this.label = label;
    }

    /** For people: {@code This host}. */
    public String label() {
        return label;
    }

    /** The name in JSON and in the page's address: {@code this-host}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
