package dev.homeport.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file that may be of any size, and of anybody: its beginning, as UTF-8. Bytes that are no UTF-8 stand as
 * U+FFFD and take nothing from the rest.
 */
public final class BoundedText {

    private static final int USUAL = 64 << 10;

    private BoundedText() {}

    /** The first 64 KiB; nothing where the file cannot be read. */
    public static String of(Path file) {
        return of(file, USUAL);
    }

    /** The first {@code most} bytes; nothing where the file cannot be read. */
    public static String of(Path file, int most) {
        try {
            return read(file, most);
        } catch (IOException e) {
            return "";
        }
    }

    /** The first {@code most} bytes. */
    public static String read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(most), StandardCharsets.UTF_8);
        }
    }
}
