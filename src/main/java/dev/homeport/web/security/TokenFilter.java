package dev.homeport.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Lets in who shows the token, as a bearer header or as the cookie for which a link with {@code ?token=} is exchanged;
 * everybody, where no token is needed. Strangers go on as such, and are stopped where it matters.
 */
final class TokenFilter extends OncePerRequestFilter {

    /** The parameter of the link that is printed at start, and of the form on the sign-in page. */
    static final String PARAMETER = "token";

    private static final String BEARER = "Bearer ";
    private static final String SELF = "reader";

    /** A header of an answer cannot hold all that a request can ask for. */
    private static final int LONGEST_PLACE = 4_000;

    private final Optional<AccessToken> token;

    TokenFilter(Optional<AccessToken> token) {
        this.token = token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String offered = offered(request);
        if (token.isPresent() && offered != null && token.get().isToken(offered.strip())) {
            exchange(token.get(), request, response);
            return;
        }
        if (token.map(secret -> isShown(secret, request)).orElse(true)) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(SELF, "", List.of()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    /** Looks into no body but the form's own: a stranger who sends one slowly would hold a thread. */
    private static @Nullable String offered(HttpServletRequest request) {
        boolean form =
                request.getMethod().equals("POST") && request.getRequestURI().equals("/token");
        return form || request.getMethod().equals("GET") ? request.getParameter(PARAMETER) : null;
    }

    /** Gives the cookie and leads to the same page without the token, which must not stay in a history. */
    private static void exchange(AccessToken token, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(cookieName(request), token.cookieValue())
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .path("/")
                .build();
        String page = UriComponentsBuilder.fromPath(
                        request.getRequestURI().equals("/token") ? "/" : request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(PARAMETER)
                .build()
                .toUriString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        response.setHeader(HttpHeaders.LOCATION, page.length() > LONGEST_PLACE ? "/" : page);
        response.setStatus(HttpStatus.SEE_OTHER.value());
    }

    private static boolean isShown(AccessToken token, HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && token.isToken(authorization.substring(BEARER.length()).strip());
        return bearer || cookies(request.getCookies(), cookieName(request)).anyMatch(token::isCookie);
    }

    private static Stream<String> cookies(Cookie @Nullable [] cookies, String name) {
        return cookies == null
                ? Stream.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue);
    }

    /** Cookies do not tell ports apart, and several Homeports may be published on one host. */
    private static String cookieName(HttpServletRequest request) {
        return "homeport-" + request.getServerPort();
    }
}
