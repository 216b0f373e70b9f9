package dev.homeport.web.layout;

import dev.homeport.answer.Elsewhere;
import dev.homeport.answer.PageQuery;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the navigation.
 *
 * @param key the letter that goes there after {@code g}
 * @param ofNamespace whether the page can show another network namespace than Homeport's own
 */
record NavEntry(String path, String title, String key, boolean ofNamespace) {

    /** All pages, in the order of the navigation. */
    static final List<NavEntry> ALL = List.of(
            new NavEntry("/", "Overview", "o", false),
            new NavEntry("/sockets", "Sockets", "s", true),
            new NavEntry("/addresses", "Addresses", "a", true),
            new NavEntry("/interfaces", "Interfaces", "i", true),
            new NavEntry("/hosts", "Hosts", "h", true),
            new NavEntry("/localhost", "localhost", "l", false),
            new NavEntry("/latency", "Latency", "d", true),
            new NavEntry("/compare", "Compare", "c", false));

    /** Who looks at one network namespace looks at the same on the next page, if that can show it. */
    String href(@Nullable String namespace) {
        return ofNamespace && namespace != null
                ? new PageQuery(Map.of(Elsewhere.PARAMETER, List.of(namespace))).href(path)
                : path;
    }
}
