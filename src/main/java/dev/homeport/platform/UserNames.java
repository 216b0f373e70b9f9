package dev.homeport.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Names of user ids, from a passwd file (passwd(5)), read again when it changed. OSHI starts the command {@code getent}
 * for each question instead, and Homeport starts no commands. Users of a directory service have no name here.
 */
public final class UserNames {

    private static final int LARGEST = 4 << 20;

    private final Supplier<Optional<Path>> file;
    private @Nullable Path readFrom;
    private @Nullable FileTime readAt;
    private Map<String, String> names = Map.of();

    public UserNames(Path file) {
        this(() -> Optional.of(file));
    }

    /** @param file where it is now; empty while it cannot be read */
    public UserNames(Supplier<Optional<Path>> file) {
        this.file = file;
    }

    /** The name of the user with the id {@code uid}. */
    public synchronized Optional<String> nameOf(String uid) {
        try {
            Path found = file.get().orElseThrow(() -> new NoSuchFileException("passwd"));
            FileTime modified = Files.getLastModifiedTime(found);
            if (!found.equals(readFrom) || !modified.equals(readAt)) {
                names = read(found);
                readFrom = found;
                readAt = modified;
            }
        } catch (IOException e) {
            names = Map.of();
            readAt = null;
        }
        return Optional.ofNullable(names.get(uid));
    }

    /** The user's name, or words with the id. */
    public String describe(String uid) {
        return nameOf(uid).orElseGet(() -> uid.isEmpty() ? "" : "user id " + uid);
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> read = new HashMap<>();
        BoundedText.read(file, LARGEST)
                .lines()
                .map(line -> line.split(":"))
                .filter(columns -> columns.length > 2)
                .forEach(columns -> read.putIfAbsent(columns[2], HostileText.clean(columns[0])));
        return read;
    }
}
