package dev.homeport.web.layout;

import dev.homeport.answer.PageQuery;
import dev.homeport.answer.elsewhere.Elsewhere;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the navigation.
 *
 * @param key the letter that goes there after {@code g}
 * @param parameter by which the page is asked for another network namespace than Homeport's own; null when it shows none
 */
record NavEntry(
        String path, String title, String key, @Nullable String parameter) {

    /** All pages, in the order of the navigation. */
    static final List<NavEntry> ALL = List.of(
            new NavEntry("/", "Overview", "o", null),
            new NavEntry("/sockets", "Sockets", "s", Elsewhere.PARAMETER),
            new NavEntry("/addresses", "Addresses", "a", Elsewhere.PARAMETER),
            new NavEntry("/interfaces", "Interfaces", "i", Elsewhere.PARAMETER),
            new NavEntry("/hosts", "Hosts", "h", Elsewhere.PARAMETER),
            new NavEntry("/localhost", "localhost", "l", null),
            new NavEntry("/latency", "Latency", "d", Elsewhere.PARAMETER),
            new NavEntry("/compare", "Compare", "c", "right"),
            new NavEntry("/diagnose", "Diagnose", "w", null));

    /** Whether the page shows the network namespace that stands in its address. */
    boolean isOfNamespace() {
        return Elsewhere.PARAMETER.equals(parameter);
    }

    /** Who looks at one network namespace looks at the same on the next page, if that can show it. */
    String href(@Nullable String namespace) {
        return parameter == null || namespace == null
                ? path
                : new PageQuery(Map.of(parameter, List.of(namespace))).href(path);
    }
}
