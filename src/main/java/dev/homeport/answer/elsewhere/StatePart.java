package dev.homeport.answer.elsewhere;

/** A part of {@code GET /api/state}: what one of the API's other GETs answers, asked without parameters. */
public interface StatePart {

    /** The member that it is: the last word of that GET's path. */
    String name();

    /** What that GET answers now. */
    Object now();
}
