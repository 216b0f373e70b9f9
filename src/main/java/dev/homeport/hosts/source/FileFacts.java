package dev.homeport.hosts.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a file.
 *
 * @param stamp what it says that changes whenever the file does, or is another: two files with one stamp are the same,
 *     unless one was written twice within the clock's tick
 * @param size in bytes
 * @param touched when its content or its attributes last changed
 * @param owner null where the system knows none
 * @param mode {@code rw-r--r--}; null where the system knows none
 */
public record FileFacts(
        String stamp,
        long size,
        Instant modified,
        Instant touched,
        @Nullable String owner,
        @Nullable Integer ownerId,
        @Nullable String mode) {

    private static final Set<String> VIEWS = FileSystems.getDefault().supportedFileAttributeViews();
    private static final boolean IS_POSIX = VIEWS.contains("posix");
    private static final boolean IS_UNIX = VIEWS.contains("unix");
    private static final String UNIX = "unix:dev,ino,size,mode,uid,lastModifiedTime,ctime";
    private static final int WRITABLE_BY_ALL = 7;

    /** @throws IOException saying what is wrong with the file, as a sentence */
    static FileFacts of(Path file, String shown) throws IOException {
        BasicFileAttributes basic = IS_POSIX
                ? Files.readAttributes(file, PosixFileAttributes.class)
                : Files.readAttributes(file, BasicFileAttributes.class);
        if (!basic.isRegularFile()) {
            String kind = basic.isDirectory() ? "a directory" : "neither a file nor a directory";
            throw new IOException(shown + " is " + kind + ", not a file that could be read.");
        }
        Map<String, Object> attributes = attributes(file);
        Instant modified = basic.lastModifiedTime().toInstant();
        Instant changed = attributes.get("ctime") instanceof FileTime time ? time.toInstant() : modified;
        PosixFileAttributes owned = basic instanceof PosixFileAttributes known ? known : null;
        return new FileFacts(
                attributes.toString(),
                basic.size(),
                modified,
                changed.isAfter(modified) ? changed : modified,
                owned == null ? null : owned.owner().getName(),
                attributes.get("uid") instanceof Integer uid ? uid : null,
                owned == null ? null : PosixFilePermissions.toString(owned.permissions()));
    }

    /**
     * The stamp of the file that is there now: all else costs more.
     *
     * @throws IOException saying that there is none, as a sentence
     */
    static String stamp(Path file, String shown) throws IOException {
        try {
            return attributes(file).toString();
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + shown + ": programs that look there find no name at all.", e);
        }
    }

    private static Map<String, Object> attributes(Path file) throws IOException {
        return new TreeMap<>(Files.readAttributes(file, IS_UNIX ? UNIX : "size,lastModifiedTime,fileKey"));
    }

    public boolean isWorldWritable() {
        return mode != null && mode.charAt(WRITABLE_BY_ALL) == 'w';
    }

    /** Whether somebody else than root may write it because it is his; false where that is not known. */
    public boolean isNotRoots() {
        return ownerId != null && ownerId != 0;
    }
}
