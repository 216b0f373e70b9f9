package dev.homeport.diagnosis;

import dev.homeport.net.Named;

/**
 * A part of the way that a request goes.
 *
 * @param what it is at this part: a name, an address, a process
 */
public record Step(Part part, String what, State state) {

    /** The parts, in their order. */
    public enum Part implements Named {
        NAME,
        ADDRESS,
        INTERFACE,
        SOCKET,
        PROCESS,
        APPLICATION
    }

    /** How far a request gets. */
    public enum State implements Named {
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
    }
}
