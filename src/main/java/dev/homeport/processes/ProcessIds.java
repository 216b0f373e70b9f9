package dev.homeport.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The processes that a proc file system shows. */
public final class ProcessIds {

    /** The kernel gives none above 4,194,304. */
    private static final Pattern PROCESS_ID = Pattern.compile("[1-9]\\d{0,8}");

    private ProcessIds() {}

    /**
     * Their ids now, lowest first; none where there is no such file system, or none that may be read.
     *
     * @throws UncheckedIOException when it cannot be read for now, as while no file can be opened: that no process is left,
     *     nobody may conclude from it
     */
    public static Set<Integer> in(Path proc) {
        Set<Integer> pids = new TreeSet<>();
        String[] names = proc.toFile().list();
        for (String name : names == null ? none(proc) : names) {
            if (PROCESS_ID.matcher(name).matches()) {
                pids.add(Integer.parseInt(name));
            }
        }
        return pids;
    }

    /** Java's list of names has no reason for being absent. */
    private static String[] none(Path proc) {
        try {
            Files.newDirectoryStream(proc).close();
            throw new IOException(proc + " could not be read for a moment");
        } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException e) {
            return new String[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
