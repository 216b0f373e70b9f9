package dev.homeport.hosts.resolver;

import java.util.Locale;

/** Whose {@code getaddrinfo} programs call here. */
public enum Libc {
    GLIBC("glibc"),
    /** Alpine's. */
    MUSL("musl"),
    /** macOS, Windows, the BSDs. */
    OTHER("this system");

    private final String label;

    Libc(String label) {
        this.label = label;
    }

    /** For people: {@code glibc}. */
    public String label() {
        return label;
    }

    /** The name in JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
