package dev.homeport.net;

import java.util.Locale;

/** The name {@code localhost}, and names below it, which are this machine too (RFC 6761, section 6.3); in any case. */
public final class LocalhostName {

    public static final String NAME = "localhost";

    private static final String BELOW = "." + NAME;

    private LocalhostName() {}

    /** Whether it is that very name. */
    public static boolean is(String name) {
        return name.equalsIgnoreCase(NAME);
    }

    /** Whether it is a name below it: {@code app.localhost}. */
    public static boolean isBelow(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(BELOW);
    }

    /** Whether it is the one or the other. */
    public static boolean covers(String name) {
        return is(name) || isBelow(name);
    }
}
