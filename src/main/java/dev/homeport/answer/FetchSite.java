package dev.homeport.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Where a request comes from, as browsers say in {@code Sec-Fetch-Site} (DOMAIN R10.3). A page on another port of localhost
 * is <em>same-site</em>, so only same-origin will do.
 */
public final class FetchSite {

    private static final String HEADER = "Sec-Fetch-Site";

    /** By one of Homeport's pages, and by the reader: an address that was typed in, a bookmark. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private FetchSite() {}

    /** Whether no page of another origin sent it; programs that are no browsers do not say. */
    public static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader(HEADER);
        return site == null || OWN.contains(site);
    }
}
