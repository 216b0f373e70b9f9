package dev.homeport.platform.proc;

import dev.homeport.platform.BoundedText;
import dev.homeport.platform.NamespaceRoot;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is mounted where, as a process finds it: {@code /proc/<pid>/mountinfo} (proc_pid_mountinfo(5)). A line that makes no
 * sense is left out; a table that cannot be read is empty.
 *
 * @param mounts in the table's order: of several at one place the last lies uppermost
 */
public record MountTable(List<Mount> mounts) {

    /** A machine with many containers has as many mounts. */
    private static final int LARGEST = 4 << 20;

    private static final int ROOT = 3;
    private static final int POINT = 4;
    private static final int OPTIONAL = 6;

    /** How the kernel writes blanks and backslashes, which would end a column: {@code \040}. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\([0-3][0-7]{2})");

    /**
     * One of them.
     *
     * @param root what is mounted: a path within its file system
     * @param point where
     * @param type of the file system, {@code overlay}
     * @param options of the file system, between commas
     */
    public record Mount(String root, String point, String type, String options) {

        /** The value of the option {@code name=value}. */
        public Optional<String> option(String name) {
            return Stream.of(options.split(","))
                    .filter(option -> option.startsWith(name + "="))
                    .map(option -> option.substring(name.length() + 1))
                    .findFirst();
        }
    }

    public MountTable {
        mounts = List.copyOf(mounts);
    }

    /** The table of the process of {@code root}. */
    public static MountTable of(NamespaceRoot root) {
        return parse(BoundedText.of(root.ofProcess("mountinfo"), LARGEST));
    }

    /** Reads its text. */
    static MountTable parse(String text) {
        return new MountTable(
                text.lines().flatMap(line -> mount(line.split(" ")).stream()).toList());
    }

    /** Any number of optional columns ends with a dash; type, source and options follow. */
    private static Optional<Mount> mount(String[] columns) {
        for (int dash = OPTIONAL; dash + 3 < columns.length; dash++) {
            if (columns[dash].equals("-")) {
                return Optional.of(new Mount(
                        plain(columns[ROOT]), plain(columns[POINT]), columns[dash + 1], plain(columns[dash + 3])));
            }
        }
        return Optional.empty();
    }

    private static String plain(String column) {
        return ESCAPED.matcher(column)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 8))));
    }

    /** What is seen at {@code point}, if something is mounted just there. */
    public Optional<Mount> at(String point) {
        return mounts.stream().filter(mount -> mount.point().equals(point)).reduce((first, last) -> last);
    }

    /** Those of this type of file system. */
    public Stream<Mount> ofType(String type) {
        return mounts.stream().filter(mount -> mount.type().equals(type));
    }
}
