package dev.homeport.answer;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request for work of which enough is being done: 429 with {@code Retry-After}. */
public final class TooManyRequests extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    /**
     * @param limit what is allowed, a sentence
     * @param wait until there may be a next one
     */
    public TooManyRequests(String limit, Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, problem(limit, wait), null);
        getHeaders().set("Retry-After", Long.toString(seconds(wait)));
    }

    private static ProblemDetail problem(String limit, Duration wait) {
        long seconds = seconds(wait);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS,
                limit + " Try again in " + seconds + (seconds == 1 ? " second." : " seconds."));
        problem.setTitle("Too many requests");
        return problem;
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
