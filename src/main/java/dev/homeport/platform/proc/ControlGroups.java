package dev.homeport.platform.proc;

import dev.homeport.platform.Container;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.NamespaceRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The control groups that a process is in: {@code /proc/<pid>/cgroup} (cgroups(7)), of version 1 one for each hierarchy, of
 * version 2 a single one. A line that makes no sense is left out; a file that cannot be read tells of none.
 */
public record ControlGroups(List<Group> groups) {

    /** Where control groups are mounted. */
    public static final Path MOUNTED = Path.of("/sys/fs/cgroup");

    private static final Pattern LINE = Pattern.compile("\\s*\\d+:([^:]*):(/.*)");

    /** The innermost unit of systemd, with groups of its own making below it. */
    private static final Pattern UNIT = Pattern.compile(".*/([^/]+\\.(?:service|scope))(?:/.*)?");

    /**
     * One of them.
     *
     * @param controllers of its hierarchy, {@code cpu,cpuacct}; empty with version 2
     * @param path from the root of the reader's own namespace of groups: {@code /../a} lies outside of that
     */
    public record Group(String controllers, String path) {

        private boolean limitsProcessors() {
            return controllers.isEmpty() || List.of(controllers.split(",")).contains("cpu");
        }

        private boolean isInside() {
            return !path.contains("..");
        }
    }

    public ControlGroups {
        groups = List.copyOf(groups);
    }

    /** Those of the process of {@code root}. */
    public static ControlGroups of(NamespaceRoot root) {
        return parse(root.textOfProcess("cgroup"));
    }

    /** Reads the file's text. */
    static ControlGroups parse(String text) {
        return new ControlGroups(text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Group(line.group(1), line.group(2)))
                .toList());
    }

    /** The container that the process runs in. */
    public Optional<Container> container() {
        return groups.stream()
                .flatMap(group -> ContainerPath.container(group.path()).stream())
                .findFirst();
    }

    /** The service of systemd that the process runs in, {@code web.service}. */
    public Optional<String> service() {
        return groups.stream()
                .map(group -> UNIT.matcher(group.path()))
                .filter(Matcher::matches)
                .map(unit -> HostileText.clean(unit.group(1), 100))
                .filter(unit -> unit.endsWith(".service"))
                .findFirst();
    }

    /**
     * The {@code cpu.stat} of the group that shares out the processors, where it can be read: a group of a container is seen
     * under its own name from in there alone.
     *
     * @param mounted where control groups are mounted, {@link #MOUNTED}
     */
    public Optional<Path> processorStatistics(Path mounted) {
        return groups.stream()
                .filter(group -> group.limitsProcessors() && group.isInside())
                .map(group -> mounted.resolve(group.controllers())
                        .resolve(group.path().substring(1))
                        .resolve("cpu.stat"))
                .filter(Files::isReadable)
                .findFirst();
    }
}
