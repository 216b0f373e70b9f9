package dev.homeport.addresses;

import java.util.Locale;

/**
 * Whether an audience can reach a socket, as an upper bound.
 *
 * @param because why, a sentence
 */
public record Access(Audience audience, Verdict verdict, String because) {

    /** The answer in a word. */
    public enum Verdict {
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

        /** The name in JSON and style sheets. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
