package dev.homeport.diagnosis.firewall;

import dev.homeport.net.Named;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a packet.
 *
 * @param chain that it is led to; null where it is led nowhere
 */
public record Verdict(Kind kind, @Nullable String chain) {

    /** The kinds, as nft(8) names them. */
    public enum Kind implements Named {
        ACCEPT,
        DROP,
        REJECT,
        /** Another address or port takes the place of its destination. */
        REDIRECT,
        /** A program decides. */
        QUEUE,
        JUMP,
        GOTO,
        RETURN,
        CONTINUE
    }

    /** Codes of {@code linux/netfilter.h} and {@code linux/netfilter/nf_tables.h}; a queue has its number above. */
    private static final int NUMBER = 0xff;

    static Verdict of(Kind kind) {
        return new Verdict(kind, null);
    }

    static Verdict ofLinux(int code, @Nullable String chain) {
        return switch (code) {
            case -3 -> new Verdict(Kind.JUMP, chain);
            case -4 -> new Verdict(Kind.GOTO, chain);
            case -5 -> of(Kind.RETURN);
            case -1, -2 -> of(Kind.CONTINUE);
            default ->
                switch (code & NUMBER) {
                    case 0 -> of(Kind.DROP);
                    case 1 -> of(Kind.ACCEPT);
                    default -> of(Kind.QUEUE);
                };
        };
    }

    /** Whether it keeps a packet from where it was sent. */
    boolean isObstacle() {
        return switch (kind) {
            case DROP, REJECT, REDIRECT, QUEUE -> true;
            default -> false;
        };
    }
}
