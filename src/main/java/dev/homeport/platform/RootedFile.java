package dev.homeport.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds a file below the root directory of another process as that process finds it: a symbolic link to an absolute path
 * begins at that root, and not at ours (path_resolution(7)). What is found is a regular file: whoever made that root may have
 * put a pipe there, on which a reader waits for ever.
 */
final class RootedFile {

    /** As many as the kernel follows. */
    private static final int MOST_LINKS = 40;

    private RootedFile() {}

    /**
     * @param root of the other process, {@code /proc/<pid>/root}
     * @param absolute the path there
     * @throws IOException when there is no such file, it may not be looked for, or it is none that can be read
     */
    static Path find(Path root, String absolute) throws IOException {
        Deque<String> todo = new ArrayDeque<>();
        push(todo, absolute);
        Deque<String> done = new ArrayDeque<>();
        int links = 0;
        while (!todo.isEmpty()) {
            String name = todo.pop();
            if (name.equals("..")) {
                done.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                done.addLast(name);
                Path path = path(root, done);
                if (Files.isSymbolicLink(path)) {
                    if (++links > MOST_LINKS) {
                        throw new NoSuchFileException(absolute, null, "too many symbolic links");
                    }
                    String target = Files.readSymbolicLink(path).toString();
                    done.removeLast();
                    if (target.startsWith("/")) {
                        done.clear();
                    }
                    push(todo, target);
                }
            }
        }
        Path found = path(root, done);
        if (!Files.isRegularFile(found, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(absolute);
        }
        return found;
    }

    private static void push(Deque<String> todo, String path) {
        String[] names = path.split("/");
        for (int i = names.length - 1; i >= 0; i--) {
            todo.push(names[i]);
        }
    }

    private static Path path(Path root, Deque<String> names) {
        return root.resolve(String.join("/", names));
    }
}
