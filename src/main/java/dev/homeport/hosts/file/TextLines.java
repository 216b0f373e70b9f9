package dev.homeport.hosts.file;

import java.util.Arrays;

/** Where the lines of a text begin and end, numbered from 1. */
final class TextLines {

    private final byte[] text;
    private final IntList starts;

    /** @param starts of each line, in their order */
    TextLines(byte[] text, IntList starts) {
        this.text = text;
        this.starts = starts;
    }

    int count() {
        return starts.size();
    }

    /** The offset of a line's first byte. */
    int start(int number) {
        return starts.get(number - 1);
    }

    /** The offset behind a line's last byte, without its LF. */
    int end(int number) {
        int next = number == count() ? text.length : start(number + 1) - 1;
        boolean ended = number == count() && text.length > start(number) && text[text.length - 1] == '\n';
        return ended ? next - 1 : next;
    }

    /** The line that a byte is on. */
    int at(int offset) {
        return starts.floor(offset) + 1;
    }

    byte[] bytes(int number) {
        return Arrays.copyOfRange(text, start(number), end(number));
    }

    /** Whether a line holds these characters, whatever the case of ASCII letters. */
    boolean contains(int number, byte[] folded) {
        int last = end(number) - folded.length;
        for (int at = start(number); at <= last; at++) {
            int i = 0;
            while (i < folded.length && Characters.folded(text[at + i]) == folded[i]) {
                i++;
            }
            if (i == folded.length) {
                return true;
            }
        }
        return false;
    }
}
