package dev.homeport.hosts.file;

/**
 * The bytes of a hosts file, and the text that they spell.
 *
 * @param raw as they are in the file; must not be changed any more
 * @param text in which ASCII is itself, and lines end at LF
 */
record HostsText(byte[] raw, byte[] text, Encoding encoding, LineEnds lineEnds) {

    /** There are no bytes that are no text. */
    static HostsText of(byte[] raw) {
        Encoding encoding = Encoding.of(raw);
        byte[] text = encoding.plainText(raw);
        LineEnds lineEnds = LineEnds.of(text);
        return new HostsText(raw, lineEnds == LineEnds.CR ? withFeeds(text) : text, encoding, lineEnds);
    }

    private static byte[] withFeeds(byte[] text) {
        byte[] changed = text.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = changed[i] == '\r' ? (byte) '\n' : changed[i];
        }
        return changed;
    }

    /** Whether C programs read just this. */
    boolean isAsRead() {
        return encoding.isPlain() && lineEnds != LineEnds.CR;
    }

    /** The same bytes as C programs read them: no byte order mark, no UTF-16, and lines that end at LF. */
    HostsText asRead() {
        return isAsRead() ? this : new HostsText(raw, raw, Encoding.OTHER, LineEnds.of(raw));
    }

    boolean isUnended() {
        return raw.length > 0 && raw[raw.length - 1] != '\n';
    }
}
