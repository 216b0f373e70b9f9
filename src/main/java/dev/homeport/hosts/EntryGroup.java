package dev.homeport.hosts;

import dev.homeport.net.Named;

/** What an entry is for. */
enum EntryGroup implements Named {
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
}
