package dev.homeport.web.errors;

import dev.homeport.answer.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;

/** Answers every error that no controller answered: a page to a browser, problem details to everybody else. */
@Controller
class Errors implements ErrorController {

    private static final Map<HttpStatus, String> DETAILS = Map.of(
            HttpStatus.NOT_FOUND, "There is no such page. The pages are in the navigation, the answers under /api.",
            HttpStatus.METHOD_NOT_ALLOWED, "This address does not take that method.",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "A body says what it is, and is what this address takes: JSON for example, with the header "
                            + "Content-Type: application/json.",
            HttpStatus.INTERNAL_SERVER_ERROR, "Homeport made a mistake. Its log says which.");

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    Object page(HttpServletRequest request) {
        if (isForPrograms(request)) {
            return problem(request);
        }
        ProblemDetail problem = describe(request);
        return new ModelAndView("error", Map.of("problem", problem), HttpStatus.valueOf(problem.getStatus()));
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        ProblemDetail problem = describe(request);
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return path.startsWith("/api/") || path.startsWith("/actuator");
    }

    private static ProblemDetail describe(HttpServletRequest request) {
        Refusal refusal = Refusal.of(request);
        ProblemDetail problem = refusal != null ? refusal.problem() : describe(error(request), status(request));
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path instanceof String uri && problem.getInstance() == null) {
            problem.setInstance(URI.create(uri));
        }
        return problem;
    }

    private static ProblemDetail describe(@Nullable Throwable error, HttpStatus status) {
        if (error instanceof ErrorResponse response && !DETAILS.containsKey(status)) {
            return response.getBody();
        }
        return ProblemDetail.forStatusAndDetail(status, DETAILS.getOrDefault(status, status.getReasonPhrase() + "."));
    }

    private static @Nullable Throwable error(HttpServletRequest request) {
        Object resolved = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return (Throwable) (resolved != null ? resolved : thrown);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer value ? HttpStatus.resolve(value) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
