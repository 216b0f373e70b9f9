package dev.homeport.web.security;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers what Tomcat refuses before any filter sees it: no Host in HTTP/1.1, two of them, one that is no name. Made by
 * Tomcat from its class name.
 */
public final class UnreadableRequestValve extends ErrorReportValve {

    private static final String PROBLEM = """
            {"type":"about:blank","title":"%s","status":%d,"detail":"The server could not read this request. Often the \
            Host is missing, doubled, or has characters that no host name has, such as an underscore; or the address \
            has characters that must be encoded, such as brackets. %s."}
            """;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        boolean unanswered = status >= HttpStatus.BAD_REQUEST.value()
                && response.getContentWritten() == 0
                && response.setErrorReported();
        if (!unanswered) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(status);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getReporter()
                    .write(PROBLEM.formatted(
                            known == null ? "Error" : known.getReasonPhrase(), status, HostFilter.ALLOWED));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("The client did not wait for the answer", e);
        }
    }
}
