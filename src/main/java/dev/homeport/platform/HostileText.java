package dev.homeport.platform;

import java.util.regex.Pattern;

/**
 * Makes text that others chose (names and command lines of processes, comments in files) fit to show (DOMAIN R10.8).
 * Escaping for HTML, CSV or JSON is the business of whoever writes these.
 */
public final class HostileText {

    /** Longer text is cut: nobody reads so much, and anybody may write it. */
    static final int LONGEST = 4096;

    /**
     * CSI and OSC sequences of terminals (ECMA-48), whole: their letters would remain if only ESC went. One that does
     * not end is none, or it would hide all that comes after it.
     */
    private static final Pattern ESCAPE_SEQUENCE =
            Pattern.compile("\u001B\\[[0-?]*[ -/]*[@-~]|\u001B][^\u0007\u001B]*(?:\u0007|\u001B\\\\)");

    /** Control and format characters (among them all that turn the direction of writing), and lone surrogates. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

    private static final Pattern BREAK = Pattern.compile("[\\t\\n\\x0B\\f\\r\\x{85}\\p{Zl}\\p{Zp}]+");

    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:@/%-]*");

    private HostileText() {}

    /** The text on one line, without control, format and escape characters, cut to 4,096 characters. */
    public static String clean(String text) {
        return clean(text, LONGEST);
    }

    /** The same, cut to {@code longest} characters. */
    public static String clean(String text, int longest) {
        return visible(cut(text, longest)).strip();
    }

    /** What can be seen of the text, on one line, and uncut: for what a reader wrote, and gets to see again. */
    public static String visible(String text) {
        String plain = ESCAPE_SEQUENCE.matcher(text).replaceAll("");
        String line = BREAK.matcher(plain).replaceAll(" ");
        return UNFIT.matcher(line).replaceAll("");
    }

    /** Whether a shell reads the text as one plain word, so that it may stand in a command for the reader's terminal. */
    public static boolean isPlainWord(String text) {
        return PLAIN_WORD.matcher(text).matches();
    }

    /** The text's first {@code longest} characters, with an ellipsis when there were more. */
    public static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }
}
