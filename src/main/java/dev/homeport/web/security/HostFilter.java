package dev.homeport.web.security;

import dev.homeport.answer.Refusal;
import dev.homeport.platform.HostileText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses each request, static files and actuator included, whose Host is not on the {@link HostAllowList}. */
final class HostFilter extends OncePerRequestFilter {

    /** To whom it answers: a sentence without its full stop. */
    static final String ALLOWED = "Homeport answers to IP addresses, to localhost and *.localhost, to this "
            + "machine's name, and to the names in homeport.allowed-hosts";

    private static final int LONGEST = 100;

    private final HostAllowList allowList;

    HostFilter(HostAllowList allowList) {
        this.allowList = allowList;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> hosts = Collections.list(request.getHeaders(HttpHeaders.HOST));
        if (hosts.size() != 1) {
            String what = hosts.isEmpty() ? "The request names no Host. " : "The request names more than one Host. ";
            new Refusal(HttpStatus.BAD_REQUEST, "One Host is needed", what + ALLOWED + "; send one of these.")
                    .send(request, response);
            return;
        }
        String host = hosts.get(0);
        switch (allowList.judge(host)) {
            case ALLOWED -> chain.doFilter(request, response);
            case MALFORMED ->
                new Refusal(
                                HttpStatus.BAD_REQUEST,
                                "The Host makes no sense",
                                "This is not a host: " + HostileText.clean(host, LONGEST) + ". " + ALLOWED + ".")
                        .send(request, response);
            case FOREIGN ->
                new Refusal(HttpStatus.FORBIDDEN, "This name is not allowed", foreign(HostileText.clean(host, LONGEST)))
                        .send(request, response);
        }
    }

    private static String foreign(String host) {
        String name = host.replaceAll(":\\d*$", "");
        return ALLOWED + ", but not to " + name
                + ", because any web page could point a name of its own at this machine. "
                + "If the name is yours, allow it: start Homeport with --homeport.allowed-hosts=" + name
                + " (or HOMEPORT_ALLOWED_HOSTS=" + name + ").";
    }
}
