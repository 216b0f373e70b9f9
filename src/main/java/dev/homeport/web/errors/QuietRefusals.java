package dev.homeport.web.errors;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/** Writes Homeport's own mistakes into the log, and not what others ask in vain: they could fill it, and need no token. */
final class QuietRefusals extends DefaultHandlerExceptionResolver {

    @Override
    protected void logException(Exception mistake, HttpServletRequest request) {
        boolean isOthers = mistake instanceof ErrorResponse refusal
                && refusal.getStatusCode().is4xxClientError();
        if (!isOthers) {
            super.logException(mistake, request);
        }
    }
}
