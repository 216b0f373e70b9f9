package dev.homeport.diagnosis;

/** What is spoken on a connection, as far as the target tells. */
public enum Speech {
    HTTP,
    /** HTTP over TLS. */
    HTTPS,
    /** The target does not tell. */
    UNKNOWN
}
