package dev.homeport.latency.probe;

import java.io.IOException;

/** Java was started without IPv6, and will not have it before its next start, whatever the machine has (DOMAIN R3.9). */
final class NoSuchFamilyException extends IOException {

    static final String WORDS = "This Java process was started without IPv6";

    private static final long serialVersionUID = 1;

    NoSuchFamilyException(Throwable cause) {
        super(WORDS, cause);
    }
}
