package dev.homeport.net;

import java.util.Locale;

/** Constants of an enum that have a name in JSON, in addresses of pages and in style sheets. */
public interface Named {

    /** The constant's own. */
    String name();

    /** The same in small letters, with hyphens: {@code accepted-then-closed}. */
    default String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
