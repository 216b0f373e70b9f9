package dev.homeport.hosts.file;

/** What the bytes of a hosts file are to its grammar (DOMAIN R4.1, R4.2, R4.11). */
final class Characters {

    private static final byte NAME = 0;
    private static final byte BLANK = 1;
    private static final byte END = 2;
    private static final byte CAPITAL = 3;
    private static final byte UNDERSCORE = 4;
    private static final byte STAR = 5;
    private static final byte BEYOND_ASCII = 6;
    private static final byte ILLEGAL = 7;

    private static final byte[] CLASS = classes();

    private Characters() {}

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int c = 0; c < 256; c++) {
            boolean name = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
            classes[c] = name ? NAME : c >= 'A' && c <= 'Z' ? CAPITAL : c >= 0x80 ? BEYOND_ASCII : ILLEGAL;
        }
        for (char blank : " \t\u000B\f\r\n".toCharArray()) {
            classes[blank] = BLANK;
        }
        classes['#'] = END;
        classes[0] = END;
        classes['_'] = UNDERSCORE;
        classes['*'] = STAR;
        return classes;
    }

    /** As {@code isspace} has it in the C locale. */
    static boolean isBlank(byte b) {
        return CLASS[b & 0xff] == BLANK;
    }

    /** Whether a word ends before this byte: at a blank, at a comment, and at a 0, where C ends the line. */
    static boolean endsWord(byte b) {
        byte kind = CLASS[b & 0xff];
        return kind == BLANK || kind == END;
    }

    /** What a byte of a name says of the name, as {@link LineTrait#bit}s. */
    static int traits(byte b) {
        return switch (CLASS[b & 0xff]) {
            case CAPITAL -> LineTrait.CAPITALS.bit();
            case UNDERSCORE -> LineTrait.UNDERSCORE.bit();
            case STAR -> LineTrait.WILDCARD.bit();
            case BEYOND_ASCII -> LineTrait.NON_ASCII_NAME.bit();
            case ILLEGAL -> LineTrait.ILLEGAL_NAME.bit();
            default -> 0;
        };
    }

    /** Names are the same whatever their case, in ASCII (RFC 4343). */
    static byte folded(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }

    static int skipBlanks(byte[] text, int from, int to) {
        int at = from;
        while (at < to && isBlank(text[at])) {
            at++;
        }
        return at;
    }

    static int wordEnd(byte[] text, int from, int to) {
        int at = from;
        while (at < to && !endsWord(text[at])) {
            at++;
        }
        return at;
    }
}
