package dev.homeport.hosts.file;

import dev.homeport.net.Named;

/** What a line of a hosts file is: each line is exactly one of these. */
public enum LineKind implements Named {
    /** An address and at least one name. */
    ENTRY,
    /** A comment that would be an entry without its {@code #}. */
    DISABLED,
    COMMENT,
    BLANK,
    /** Neither: most resolvers pass over it without a word. */
    MALFORMED;

    private static final LineKind[] BY_CODE = values();

    byte code() {
        return (byte) ordinal();
    }

    static LineKind of(byte code) {
        return BY_CODE[code];
    }
}
