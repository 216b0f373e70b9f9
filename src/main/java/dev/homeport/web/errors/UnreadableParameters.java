package dev.homeport.web.errors;

import dev.homeport.answer.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells what is wrong with parameters that cannot be decoded, which Tomcat finds out when somebody first asks for one. What
 * they were is told to nobody and written nowhere: it may be a body of megabytes that is no form.
 */
final class UnreadableParameters extends OncePerRequestFilter {

    private static final Refusal REFUSAL = new Refusal(
            HttpStatus.BAD_REQUEST,
            "Unreadable parameters",
            "The parameters of this request cannot be read: a percent sign stands before two hexadecimal digits, and they "
                    + "make UTF-8. A body that is no form must say what it is, JSON for example: "
                    + "Content-Type: application/json.");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IllegalStateException e) {
            if (response.isCommitted() || !isUnreadable(e)) {
                throw e;
            }
            REFUSAL.send(request, response);
        }
    }

    private static boolean isUnreadable(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(InvalidParameterException.class::isInstance);
    }
}
