package dev.homeport.hosts.lint;

import dev.homeport.hosts.file.EntryTarget;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.file.LineTrait;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The lines of a file that send names nowhere, when there are so many that nobody wrote them by hand (DOMAIN R4.15, H19).
 *
 * @param targets where they send them: {@code 0.0.0.0}, {@code 127.0.0.1} …; none when there is no block list
 */
public record BlockList(HostsFile file, Set<EntryTarget> targets) {

    private static final int MANY = 200;

    public static BlockList in(HostsFile file) {
        Set<EntryTarget> targets = EnumSet.noneOf(EntryTarget.class);
        int[] counts = new int[EntryTarget.values().length];
        file.linesOf(LineKind.ENTRY)
                .forEach(number -> counts[file.target(number).ordinal()]++);
        for (EntryTarget target : EnumSet.of(EntryTarget.NOWHERE, EntryTarget.LOOPBACK_4, EntryTarget.LOOPBACK_6)) {
            if (counts[target.ordinal()] > MANY) {
                targets.add(target);
            }
        }
        return new BlockList(file, targets);
    }

    public boolean isEmpty() {
        return targets.isEmpty();
    }

    boolean isTo(EntryTarget target) {
        return targets.contains(target);
    }

    /** Whether this line belongs to it. {@code localhost} does not, wherever it leads. */
    public boolean has(int number) {
        return file.kind(number) == LineKind.ENTRY
                && targets.contains(file.target(number))
                && !file.has(number, LineTrait.LOCALHOST_NAME);
    }

    IntStream lines() {
        return isEmpty() ? IntStream.empty() : file.linesOf(LineKind.ENTRY).filter(this::has);
    }

    public long size() {
        return lines().count();
    }
}
