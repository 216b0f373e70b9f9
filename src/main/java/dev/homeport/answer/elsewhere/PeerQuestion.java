package dev.homeport.answer.elsewhere;

/** What a Homeport says of itself when it asks another one. */
public final class PeerQuestion {

    /** The header that it says it in. */
    public static final String HEADER = "Homeport-Peer";

    /** Somebody looks at it. */
    public static final String WATCHED = "watched";

    /** Nobody does: it asks only to have something when somebody comes. */
    public static final String IDLE = "idle";

    private PeerQuestion() {}
}
