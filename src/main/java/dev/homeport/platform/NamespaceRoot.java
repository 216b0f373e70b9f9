package dev.homeport.platform;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files of one set of Linux namespaces are read: a proc file system and a process in it (DOMAIN D1).
 *
 * @param proc where it is mounted, {@code /proc} or {@code /host/proc}
 * @param process {@code self} or a process id
 */
public record NamespaceRoot(Path proc, String process) {

    /** The inode of the first process namespace is a constant of the kernel (PROC_PID_INIT_INO). */
    public static final String FIRST_PROCESS_NAMESPACE = "pid:[4026531836]";

    private static final int LONGEST_SETTING = 4096;

    /** The namespaces of this very process. */
    public static NamespaceRoot own(Path proc) {
        return new NamespaceRoot(proc, "self");
    }

    /** Whether these are the namespaces of this very process. */
    public boolean isOwn() {
        return process.equals("self");
    }

    /** A file of the process, {@code status} for example. */
    public Path ofProcess(String file) {
        return proc.resolve(process).resolve(file);
    }

    /** What stands in a file of the process, the first 64 KiB of it; nothing where it cannot be read. */
    public String textOfProcess(String file) {
        return BoundedText.of(ofProcess(file));
    }

    /** A file as the process finds it under its own root directory. */
    public Path underRoot(String absolute) {
        return proc.resolve(process).resolve("root").resolve(absolute.substring(1));
    }

    /**
     * A regular file as the process finds it, whatever symbolic links lead there; empty when there is none, or when it may
     * not be read.
     */
    public Optional<Path> find(String absolute) {
        try {
            return Optional.of(RootedFile.find(proc.resolve(process).resolve("root"), absolute))
                    .filter(Files::isReadable);
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** The same, or this process' own file where the proc file system has no root directories. */
    public Path file(String absolute) {
        return Files.isDirectory(underRoot("/.")) ? underRoot(absolute) : Path.of(absolute);
    }

    /**
     * The kernel's number of the network namespace that the process is in. It is told only of processes that the reader
     * may trace (DOMAIN R2.50).
     */
    public Optional<String> networkNamespace() {
        try {
            String link = Files.readSymbolicLink(ofProcess("ns/net")).toString();
            return Optional.of(link.replaceAll("\\D", "")).filter(number -> !number.isEmpty());
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /**
     * What tells the network namespaces of processes apart for everybody: the number of the file {@code net/dev}, which
     * each namespace has of its own, whatever proc file system it is seen through. Empty when there is no such process.
     */
    public Optional<Long> networkKey() {
        try {
            return Optional.of((Long) Files.getAttribute(ofProcess("net/dev"), "unix:ino"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * A kernel setting, always of the reader's own namespaces, wherever the file system is mounted (R2.53). It is read
     * with one system call: a second read of a numeric setting returns nothing, so {@link java.nio.file.Files}, which
     * begins with one byte where a file claims to be empty, gets {@code 3} for {@code 32768 60999}.
     *
     * @param name the path below {@code sys}
     */
    public String setting(String name) throws IOException {
        try (FileInputStream file =
                new FileInputStream(proc.resolve("sys").resolve(name).toFile())) {
            byte[] bytes = new byte[LONGEST_SETTING];
            int length = file.read(bytes);
            return new String(bytes, 0, Math.max(0, length), StandardCharsets.UTF_8).strip();
        }
    }

    /** Whether the process is in the machine's first process namespace; false too where that cannot be read. */
    public boolean isInFirstProcessNamespace() {
        try {
            return Files.readSymbolicLink(ofProcess("ns/pid")).toString().equals(FIRST_PROCESS_NAMESPACE);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
