package dev.homeport.hosts.file;

import dev.homeport.net.Named;

/** What ends the lines of a file. */
public enum LineEnds implements Named {
    LF("lines end with LF"),
    /** Windows' way; elsewhere the CR counts as a blank (DOMAIN R4.2). */
    CRLF("lines end with CR and LF"),
    /** The Macintosh's of last century: to a resolver the whole file is one line. */
    CR("lines end with CR alone"),
    MIXED("some lines end with LF, some with CR and LF"),
    NONE("no line has an end");

    private final String label;

    LineEnds(String label) {
        this.label = label;
    }

    static LineEnds of(byte[] text) {
        int feeds = 0;
        int pairs = 0;
        int returns = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                feeds++;
                pairs += i > 0 && text[i - 1] == '\r' ? 1 : 0;
            } else if (text[i] == '\r') {
                returns++;
            }
        }
        if (feeds == 0) {
            return returns == 0 ? NONE : CR;
        } else if (pairs == 0) {
            return LF;
        }
        return pairs == feeds ? CRLF : MIXED;
    }

    /** For people: {@code lines end with CR alone}. */
    public String label() {
        return label;
    }
}
