package dev.homeport.answer;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The part of a page that htmx asks for alone, at the page's own URL. Its root carries {@code data-revision}; asked with
 * the {@code revision} that is still current, the answer is 204.
 */
public final class LiveFragment {

    /** Mapping condition: htmx asks. */
    public static final String REQUESTED = "HX-Request=true";

    /** Mapping condition: not when the browser goes back in its history, where it needs the whole page. */
    public static final String NOT_RESTORED = "!HX-History-Restore-Request";

    private LiveFragment() {}

    /** Whether what the fragment shows is what there is; then the response has no content. */
    public static boolean isCurrent(String revision, @Nullable String shown, HttpServletResponse response) {
        boolean current = revision.equals(shown);
        if (current) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        }
        return current;
    }
}
