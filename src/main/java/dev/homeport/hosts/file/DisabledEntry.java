package dev.homeport.hosts.file;

import java.nio.charset.StandardCharsets;

/**
 * Tells a commented-out entry from prose that begins with an address: {@code # 10.0.0.1 db.test} is one, {@code #
 * 10.0.0.1 is the router} is not. With one or two legal names it is an entry; with more, one of them has to look like a
 * host's.
 */
final class DisabledEntry {

    private static final int LONGEST_ADDRESS = 64;
    private static final int FEW = 2;

    private DisabledEntry() {}

    /** @param hash where the {@code #} is */
    static boolean isIn(byte[] text, int hash, int to) {
        int from = content(text, hash, to);
        if (from == to || !beginsAddress(text[from])) {
            return false;
        }
        int end = Characters.wordEnd(text, from, to);
        if (end - from > LONGEST_ADDRESS || AddressToken.of(text, from, end).address() == null) {
            return false;
        }
        int names = 0;
        boolean hostlike = false;
        int at = Characters.skipBlanks(text, end, to);
        while (at < to && !Characters.endsWord(text[at])) {
            int nameEnd = Characters.wordEnd(text, at, to);
            if (!isLegal(text, at, nameEnd)) {
                return false;
            }
            names++;
            hostlike |= isHostlike(text, at, nameEnd);
            at = Characters.skipBlanks(text, nameEnd, to);
        }
        return names > 0 && (names <= FEW || hostlike);
    }

    /** Where the entry begins, behind the {@code #}s and blanks. */
    static int content(byte[] text, int hash, int to) {
        int at = hash;
        while (at < to && (text[at] == '#' || Characters.isBlank(text[at]))) {
            at++;
        }
        return at;
    }

    private static boolean beginsAddress(byte b) {
        return b == ':' || Character.digit(b, 16) >= 0;
    }

    private static boolean isLegal(byte[] text, int from, int to) {
        int unfit = ~(LineTrait.CAPITALS.bit() | LineTrait.UNDERSCORE.bit() | LineTrait.WILDCARD.bit());
        for (int i = from; i < to; i++) {
            if ((Characters.traits(text[i]) & unfit) != 0) {
                return false;
            }
        }
        return text[to - 1] != '.' && text[from] != '-' && text[from] != '.';
    }

    /** A dot or a digit within, or a name that begins as localhost's do. */
    private static boolean isHostlike(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '.' || text[i] >= '0' && text[i] <= '9') {
                return true;
            }
        }
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1).startsWith("localhost");
    }
}
