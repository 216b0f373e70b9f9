package dev.homeport.diagnosis.conversation;

import dev.homeport.net.Named;
import java.time.Duration;

/**
 * What a server said.
 *
 * @param text its own words, cleaned and cut: a status line, a banner; empty where it said none
 * @param took until they came, or until nobody waited any longer
 */
public record Reply(Kind kind, String text, Duration took) {

    /** What came. */
    public enum Kind implements Named {
        /** A status line of HTTP. */
        HTTP,
        /** A greeting of TLS that came to an end, and what was said over it. */
        TLS,
        /** TLS, and an alert instead of a greeting: it speaks it, and not with this client. */
        TLS_REFUSED,
        /** Words in another language, or spoken first. */
        WORDS,
        /** Nothing, though something was asked. */
        SILENCE,
        /** Nothing, and nothing was asked: most servers wait for their clients. */
        QUIET,
        /** The connection was closed without a word. */
        CLOSED
    }

    /** Whether it is what somebody expects who speaks so. */
    public boolean isAnswerTo(Speech speech) {
        return switch (speech) {
            case HTTP -> kind == Kind.HTTP;
            case HTTPS -> kind == Kind.TLS;
            case UNKNOWN -> kind == Kind.QUIET || kind == Kind.WORDS;
        };
    }
}
