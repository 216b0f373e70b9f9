package dev.homeport.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names of user ids, from a passwd file (passwd(5)), read again when it changed. OSHI starts the command {@code getent}
 * for each question instead, and Homeport starts no commands. Users of a directory service have no name here.
 */
public final class UserNames {

    private final Path file;
    private FileTime readAt = FileTime.fromMillis(0);
    private Map<String, String> names = Map.of();

    public UserNames(Path file) {
        this.file = file;
    }

    /** The name of the user with the id {@code uid}. */
    public synchronized Optional<String> nameOf(String uid) {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            if (!modified.equals(readAt)) {
                names = read();
                readAt = modified;
            }
        } catch (IOException e) {
            names = Map.of();
        }
        return Optional.ofNullable(names.get(uid));
    }

    /** The user's name, or words with the id. */
    public String describe(String uid) {
        return nameOf(uid).orElseGet(() -> uid.isEmpty() ? "" : "user id " + uid);
    }

    private Map<String, String> read() throws IOException {
        Map<String, String> read = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] columns = line.split(":");
            if (columns.length > 2) {
                read.putIfAbsent(columns[2], HostileText.clean(columns[0]));
            }
        }
        return read;
    }
}
