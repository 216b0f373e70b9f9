package dev.homeport.addresses;

import dev.homeport.net.Named;

/**
 * Whether an audience can reach a socket, as an upper bound.
 *
 * @param because why, a sentence
 */
public record Access(Audience audience, Verdict verdict, String because) {

    /** The answer in a word. */
    public enum Verdict implements Named {
        YES("yes"),
        /** Some of the audience, or only in a certain way. */
        PARTLY("partly"),
        NO("no");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** The word on the page. */
        public String label() {
            return label;
        }
    }
}
