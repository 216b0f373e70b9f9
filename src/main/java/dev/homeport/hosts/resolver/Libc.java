package dev.homeport.hosts.resolver;

import dev.homeport.net.Named;

/** Whose {@code getaddrinfo} programs call here. */
public enum Libc implements Named {
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
}
