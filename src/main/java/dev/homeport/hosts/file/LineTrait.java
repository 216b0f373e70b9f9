package dev.homeport.hosts.file;

/** What is unusual about a line, each with the rule of DOMAIN 4 that says why it matters. */
public enum LineTrait {
    /** Blanks before the address: musl passes over the line (R4.8). */
    INDENTED,
    /** More than 511 bytes: musl reads it in pieces (R4.7). */
    LONG,
    /** More than nine names: Windows ignores the rest (R4.7). */
    MANY_NAMES,
    /** {@code 127.1} or {@code 0177.0.0.1}: glibc ignores the line, musl reads it in its own way (R4.3). */
    NOT_DOTTED_QUAD,
    /** {@code fe80::1%lo0}: glibc ignores the line (R4.3). */
    ZONE,
    /** An address and nothing after it. */
    NAMELESS,
    /** {@code ::ffff:127.0.0.1} (R4.4). */
    MAPPED,
    /** A name that is an address (R4.10). */
    ADDRESS_AS_NAME,
    /** A name with letters beyond ASCII (R4.6). */
    NON_ASCII_NAME,
    /** A name with {@code *} (R4.6). */
    WILDCARD,
    /** A name with an underscore, which RFC 952 does not know (R4.11). */
    UNDERSCORE,
    /** A name whose last part is a number: to browsers that is an address, and a wrong one (WHATWG URL, 3.5). */
    NUMBER_AT_END,
    /** A name that is none (R4.11). */
    ILLEGAL_NAME,
    /** A name with capital letters: musl tells them from small ones (R4.6). */
    CAPITALS,
    /** A byte 0, at which C programs take the line for ended. */
    NUL,
    /** The last line, without a line end (R4.8). */
    UNENDED,
    /** {@code localhost}, or a name below it (R3.1). */
    LOCALHOST_NAME;

    int bit() {
        return 1 << ordinal();
    }
}
