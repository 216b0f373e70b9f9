package dev.homeport.web.security;

import dev.homeport.answer.FetchSite;
import dev.homeport.answer.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page sends with a method that may change something (DOMAIN R10.3), by {@link FetchSite} and
 * {@code Origin}. Programs that are no browsers send neither and are taken.
 */
final class OriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE_METHODS.contains(request.getMethod()) || isOwn(request)) {
            chain.doFilter(request, response);
            return;
        }
        String detail =
                "A page of another origin sent this request, and Homeport takes such requests from its own pages "
                        + "and from programs only. A script sends neither Origin nor Sec-Fetch-Site.";
        new Refusal(HttpStatus.FORBIDDEN, "This comes from another site", detail).send(request, response);
    }

    private static boolean isOwn(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return FetchSite.isOwn(request) && (origin == null || isOwnOrigin(origin, request.getHeader(HttpHeaders.HOST)));
    }

    /** Compares hosts and ports alone: behind a proxy that ends TLS the schemes differ. */
    private static boolean isOwnOrigin(String origin, String host) {
        String[] parts = origin.split("://", 2);
        if (parts.length < 2 || host == null) {
            return false;
        }
        String defaultPort = parts[0].equalsIgnoreCase("https") ? ":443" : ":80";
        return plain(parts[1], defaultPort).equals(plain(host, defaultPort));
    }

    private static String plain(String authority, String defaultPort) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(defaultPort) ? lower.substring(0, lower.length() - defaultPort.length()) : lower;
    }
}
