package dev.homeport.platform;

import java.nio.file.Path;

/**
 * Where the files of one set of Linux namespaces are read: a proc file system and a process in it (DOMAIN D1).
 *
 * @param proc where it is mounted, {@code /proc} or {@code /host/proc}
 * @param process {@code self} or a process id
 */
public record NamespaceRoot(Path proc, String process) {

    /** The namespaces of this very process. */
    public static NamespaceRoot own(Path proc) {
        return new NamespaceRoot(proc, "self");
    }

    /** A file of the process, {@code status} for example. */
    public Path ofProcess(String file) {
        return proc.resolve(process).resolve(file);
    }

    /** A file as the process finds it under its own root directory. */
    public Path underRoot(String absolute) {
        return proc.resolve(process).resolve("root").resolve(absolute.substring(1));
    }

    /** A kernel setting, always of the reader's own namespaces, wherever the file system is mounted (R2.53). */
    public Path setting(String name) {
        return proc.resolve("sys").resolve(name);
    }
}
