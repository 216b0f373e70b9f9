package dev.homeport.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a file. Two files with the same facts are the same, unless one was written twice within
 * the clock's tick.
 *
 * @param size in bytes
 * @param key what tells it from a file that was put in its place: device and inode
 * @param changed when its content or its attributes last changed (ctime); null where the system does not keep that
 * @param owner null where the system knows none
 * @param mode {@code rw-r--r--}; null where the system knows none
 */
public record FileFacts(
        long size,
        @Nullable String key,
        Instant modified,
        @Nullable Instant changed,
        @Nullable String owner,
        @Nullable Integer ownerId,
        @Nullable String mode) {

    /** @throws IOException saying what is wrong with the file, as a sentence */
    static FileFacts of(Path file, String shown) throws IOException {
        try {
            return read(file, shown);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + shown + ": programs that look there find no name at all.", e);
        }
    }

    private static FileFacts read(Path file, String shown) throws IOException {
        boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
        BasicFileAttributes basic = posix
                ? Files.readAttributes(file, PosixFileAttributes.class)
                : Files.readAttributes(file, BasicFileAttributes.class);
        if (!basic.isRegularFile()) {
            String kind = basic.isDirectory() ? "a directory" : "neither a file nor a directory";
            throw new IOException(shown + " is " + kind + ", not a file that could be read.");
        }
        PosixFileAttributes owned = basic instanceof PosixFileAttributes known ? known : null;
        Map<String, Object> unix = posix ? unix(file) : Map.of();
        return new FileFacts(
                basic.size(),
                basic.fileKey() == null ? null : basic.fileKey().toString(),
                basic.lastModifiedTime().toInstant(),
                unix.get("ctime") instanceof FileTime time ? time.toInstant() : null,
                owned == null ? null : owned.owner().getName(),
                unix.get("uid") instanceof Integer uid ? uid : null,
                owned == null ? null : mode(owned.permissions()));
    }

    private static String mode(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.toString(permissions);
    }

    private static Map<String, Object> unix(Path file) throws IOException {
        try {
            return Files.readAttributes(file, "unix:uid,ctime", new LinkOption[0]);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return Map.of();
        }
    }

    public boolean isWorldWritable() {
        return mode != null && mode.charAt(7) == 'w';
    }

    /** Whether somebody else than root may write it because it is his; false where that is not known. */
    public boolean isNotRoots() {
        return ownerId != null && ownerId != 0;
    }

    /** The last moment at which anything of it changed. */
    Instant touched() {
        return changed != null && changed.isAfter(modified) ? changed : modified;
    }
}
