package dev.homeport.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A filter's no. It is answered like every other error, as a page or as problem details, so that the asker always learns
 * why, and what to do about it.
 *
 * @param title what is refused
 * @param detail why, and what to do about it
 */
public record Refusal(HttpStatus status, String title, String detail) {

    private static final String ATTRIBUTE = Refusal.class.getName();

    /** Ends the request with this refusal. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(ATTRIBUTE, this);
        response.sendError(status.value(), title);
    }

    /** The one with which the request was ended; null when it was not. */
    public static @Nullable Refusal of(HttpServletRequest request) {
        return (Refusal) request.getAttribute(ATTRIBUTE);
    }

    /** The same for programs (RFC 9457). */
    public ProblemDetail problem() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setType(URI.create("about:blank"));
        return problem;
    }
}
