package dev.homeport.diagnosis.trouble;

import dev.homeport.diagnosis.cause.CauseCode;

/**
 * A real trouble that a test makes.
 *
 * @param target what somebody asks for, with {@code %d} for the scene's port
 * @param purpose {@code reach} or {@code listen}
 * @param cause the true one
 * @param reachable {@code true}, {@code false} or {@code null}
 * @param beginning makes it
 */
public record Trouble(
        String name, String target, String purpose, CauseCode cause, String reachable, Beginning beginning) {

    /** What makes a trouble. */
    public interface Beginning {
        void in(Scene scene) throws Exception;
    }

    /** One that keeps everybody from the target. */
    static Trouble of(String name, String target, CauseCode cause, Beginning beginning) {
        return new Trouble(name, target, "reach", cause, "false", beginning);
    }

    /** One with which most programs reach the target all the same. */
    static Trouble reached(String name, String target, CauseCode cause, Beginning beginning) {
        return new Trouble(name, target, "reach", cause, "true", beginning);
    }

    static Trouble listen(String name, String target, CauseCode cause, Beginning beginning) {
        boolean isFree = cause == CauseCode.PORT_FREE;
        return new Trouble(name, target, "listen", cause, Boolean.toString(isFree), beginning);
    }

    @Override
    public String toString() {
        return name;
    }
}
