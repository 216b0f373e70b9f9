package dev.homeport.diagnosis.conversation;

/** What is spoken on a connection, as far as the target tells. */
public enum Speech {
    HTTP,
    /** HTTP over TLS. */
    HTTPS,
    /** The target does not tell. */
    UNKNOWN;

    /** The other one of the web; itself where the target does not tell. */
    public Speech other() {
        return switch (this) {
            case HTTP -> HTTPS;
            case HTTPS -> HTTP;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
