package dev.homeport.platform.vantage;

import dev.homeport.platform.HostileText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks which processes keep their file descriptors to themselves, by reading one link of each (DOMAIN R2.30). */
final class UnreadableProcesses {

    private static final Pattern PROCESS_ID = Pattern.compile("\\d+");

    private UnreadableProcesses() {}

    /** Processes that have descriptors which may not be read, as {@code 1 (init)}. */
    static List<String> in(Path proc) {
        List<String> unreadable = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(
                proc, file -> PROCESS_ID.matcher(file.getFileName().toString()).matches())) {
            for (Path process : processes) {
                if (!isReadable(process.resolve("fd"))) {
                    unreadable.add(process.getFileName() + " (" + name(process) + ")");
                }
            }
        } catch (IOException e) {
            return List.of("processes: " + e.getMessage());
        }
        return unreadable;
    }

    private static boolean isReadable(Path descriptors) {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                Files.readSymbolicLink(link);
                return true;
            }
            return true;
        } catch (AccessDeniedException e) {
            return false;
        } catch (NoSuchFileException e) {
            return true; // ended meanwhile
        } catch (IOException | RuntimeException e) {
            // A directory stream wraps what it meets while iterating: the process ended, or access was denied midway.
            return !(e.getCause() instanceof AccessDeniedException);
        }
    }

    private static String name(Path process) {
        try {
            return HostileText.clean(Files.readString(process.resolve("comm")));
        } catch (IOException e) {
            return "name unknown";
        }
    }
}
