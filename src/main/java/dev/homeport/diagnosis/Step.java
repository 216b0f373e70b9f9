package dev.homeport.diagnosis;

import java.util.Locale;

/**
 * A part of the way that a request goes.
 *
 * @param what it is at this part: a name, an address, a process
 */
public record Step(Part part, String what, State state) {

    /** The parts, in their order. */
    public enum Part {
        NAME,
        ADDRESS,
        INTERFACE,
        SOCKET,
        PROCESS,
        APPLICATION;

        /** For people and in JSON: {@code name}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far a request gets. */
    public enum State {
        /** It gets through. */
        OK("✓ passes"),
        /** Here it ends. */
        BROKEN("✕ ends here"),
        /** What happens here is not known. */
        UNKNOWN("? not known"),
        /** It does not come so far. */
        NOT_REACHED("– not reached");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** For people, with a mark. */
        public String label() {
            return label;
        }

        /** In JSON: {@code not-reached}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
