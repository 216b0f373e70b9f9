package dev.homeport.hosts.file;

import dev.homeport.net.Named;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How the bytes of a hosts file spell its text. Resolvers know none of this: they read bytes, and take ASCII for what it
 * is (DOMAIN R4.9).
 */
public enum Encoding implements Named {
    ASCII("ASCII"),
    UTF_8("UTF-8"),
    /** Windows' Notepad of old writes it. Resolvers take the mark for the beginning of the first line's address. */
    UTF_8_BOM("UTF-8 with a byte order mark"),
    /** PowerShell 5's {@code >} writes it; no resolver can read it. */
    UTF_16_LE("UTF-16, little endian"),
    UTF_16_BE("UTF-16, big endian"),
    /** Bytes that are not UTF-8: Latin-1, most likely, and shown as that. */
    OTHER("not UTF-8, shown as Latin-1");

    private static final int SAMPLE = 4096;

    private final String label;

    Encoding(String label) {
        this.label = label;
    }

    static Encoding of(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return UTF_8_BOM;
        } else if (startsWith(bytes, 0xff, 0xfe)) {
            return UTF_16_LE;
        } else if (startsWith(bytes, 0xfe, 0xff)) {
            return UTF_16_BE;
        }
        Encoding wide = withoutMark(bytes);
        if (wide != OTHER) {
            return wide;
        }
        return isAscii(bytes, 0, bytes.length) ? ASCII : isUtf8(bytes) ? UTF_8 : OTHER;
    }

    /** Whether each line is read as it stands; otherwise resolvers see something else than the text. */
    public boolean isPlain() {
        return this == ASCII || this == UTF_8 || this == OTHER;
    }

    /** Whether a reader of UTF-8 gets through the file. */
    public boolean isUtf8() {
        return this == ASCII || this == UTF_8 || this == UTF_8_BOM;
    }

    /** For people: {@code UTF-8 with a byte order mark}. */
    public String label() {
        return label;
    }

    /** The text as bytes in which ASCII is itself: the file's own, or UTF-8 of what is wide. */
    byte[] plainText(byte[] bytes) {
        return switch (this) {
            case ASCII, UTF_8, OTHER -> bytes;
            case UTF_8_BOM -> Arrays.copyOfRange(bytes, 3, bytes.length);
            case UTF_16_LE -> utf8(bytes, StandardCharsets.UTF_16LE);
            case UTF_16_BE -> utf8(bytes, StandardCharsets.UTF_16BE);
        };
    }

    /** Characters of a line; a line that is not UTF-8 is taken for Latin-1, in which every byte is a character. */
    static String decode(byte[] bytes, int from, int to) {
        if (isAscii(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return text.toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] utf8(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        boolean marked = text.startsWith("\ufeff");
        return (marked ? text.substring(1) : text).getBytes(StandardCharsets.UTF_8);
    }

    /** UTF-16 without a mark, told by the zeros that half of its ASCII is. */
    private static Encoding withoutMark(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE) / 2 * 2;
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < length; i += 2) {
            evenZeros += bytes[i] == 0 ? 1 : 0;
            oddZeros += bytes[i + 1] == 0 ? 1 : 0;
        }
        int most = length / 2 * 9 / 10;
        int few = length / 20;
        if (length >= 4 && evenZeros > most && oddZeros <= few) {
            return UTF_16_BE;
        }
        return length >= 4 && oddZeros > most && evenZeros <= few ? UTF_16_LE : OTHER;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
