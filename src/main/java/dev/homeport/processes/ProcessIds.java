package dev.homeport.processes;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The processes that a proc file system shows. */
public final class ProcessIds {

    /** The kernel gives none above 4,194,304. */
    private static final Pattern PROCESS_ID = Pattern.compile("[1-9]\\d{0,8}");

    private ProcessIds() {}

    /** Their ids now, lowest first; none where there is no such file system. */
    public static Set<Integer> in(Path proc) {
        Set<Integer> pids = new TreeSet<>();
        String[] names = proc.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            if (PROCESS_ID.matcher(name).matches()) {
                pids.add(Integer.parseInt(name));
            }
        }
        return pids;
    }
}
