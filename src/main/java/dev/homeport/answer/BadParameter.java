package dev.homeport.answer;

import dev.homeport.platform.HostileText;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A request parameter that makes no sense: 400 with RFC 9457 problem details whose members {@code parameter}, {@code
 * value} and {@code accepts} name what was wrong and what is taken.
 */
public class BadParameter extends ErrorResponseException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_ECHO = 80;

    private final String sentence;

    /**
     * @param accepts what the parameter takes, as the end of a sentence: {@code a port from 1 to 65535}
     */
    public BadParameter(String parameter, String value, String accepts) {
        this(parameter, parameter, value, accepts);
    }

    /**
     * @param part the part of the parameter's value that is wrong, {@code port:} in a search for example
     */
    public BadParameter(String parameter, String part, String value, String accepts) {
        super(HttpStatus.BAD_REQUEST, problem(parameter, part, shortened(value), accepts), null);
        this.sentence = sentence(part, shortened(value), accepts);
    }

    /** What was wrong, as a sentence for the page. */
    public String sentence() {
        return sentence;
    }

    private static ProblemDetail problem(String parameter, String part, String value, String accepts) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, sentence(part, value, accepts));
        problem.setTitle("Bad parameter");
        problem.setType(URI.create("about:blank"));
        problem.setProperty("parameter", parameter);
        problem.setProperty("value", value);
        problem.setProperty("accepts", accepts);
        return problem;
    }

    private static String sentence(String part, String value, String accepts) {
        return part + " takes " + accepts + ", not “" + value + "”.";
    }

    private static String shortened(String value) {
        return HostileText.clean(value, LONGEST_ECHO);
    }
}
