package dev.homeport.web.layout;

import dev.homeport.answer.elsewhere.Elsewhere;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The network namespace that stands in an address. A body is not looked into: it may be a large file. */
final class ChosenNamespace {

    private ChosenNamespace() {}

    /** Null when there is none, or none that can be read: then so is the rest of the address, and it is refused for that. */
    static @Nullable String of(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !query.contains(Elsewhere.PARAMETER)) {
            return null;
        }
        String first = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst(Elsewhere.PARAMETER);
        try {
            String decoded = first == null ? "" : UriUtils.decode(first, StandardCharsets.UTF_8);
            return decoded.isBlank() ? null : decoded;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
