package dev.homeport.diagnosis.firewall;

/** The packets with which a TCP connection begins, in their order. */
public enum Phase {
    /** The client asks for it: SYN. */
    REQUEST(0x02),
    /** The server's side grants it: SYN and ACK. */
    GRANT(0x12),
    /** The client says its first word: PSH and ACK. */
    WORD(0x18),
    /** The server answers. */
    ANSWER(0x18);

    private final int flags;

    Phase(int flags) {
        this.flags = flags;
    }

    /** RFC 9293, section 3.1. */
    int flags() {
        return flags;
    }

    /** Whether it comes from the server. */
    boolean isReply() {
        return this == GRANT || this == ANSWER;
    }

    /** Whether the connection stands already, to client and server. */
    public boolean isOnConnection() {
        return this == WORD || this == ANSWER;
    }
}
