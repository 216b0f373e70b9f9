package dev.homeport.net;

import java.util.Locale;

/** The transport protocols whose sockets Homeport shows (DOMAIN R1.41). */
public enum Protocol {
    TCP,
    UDP;

    /** The name in JSON, filters and pages: {@code tcp} or {@code udp}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
