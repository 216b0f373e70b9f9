package dev.homeport.hosts;

import dev.homeport.hosts.file.EntryTarget;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.file.LineTrait;
import dev.homeport.hosts.lint.BlockList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which entry of a file is for what, worked out once for a file. */
final class Grouping {

    /** What systems ship, beside localhost itself. */
    private static final List<String> SYSTEM_NAMES = List.of(
            "localhost.localdomain",
            "localhost4",
            "localhost4.localdomain4",
            "localhost6",
            "localhost6.localdomain6",
            "ip6-localhost",
            "ip6-loopback",
            "ip6-localnet",
            "ip6-mcastprefix",
            "ip6-allnodes",
            "ip6-allrouters",
            "ip6-allhosts",
            "broadcasthost");

    private static final EntryGroup[] GROUPS = EntryGroup.values();
    private static final byte NONE = -1;

    private final byte[] groups;
    private final int[] counts = new int[GROUPS.length];

    Grouping(HostsFile file, String hostname) {
        BlockList block = BlockList.in(file);
        BitSet system = new BitSet();
        SYSTEM_NAMES.forEach(name -> file.linesNaming(name).forEach(system::set));
        file.linesWith(LineTrait.LOCALHOST_NAME).forEach(system::set);
        BitSet own = new BitSet();
        file.linesNaming(hostname).forEach(own::set);
        this.groups = new byte[file.lines() + 1];
        for (int number = 1; number <= file.lines(); number++) {
            EntryGroup group = group(file, number, system, own, block);
            groups[number] = group == null ? NONE : (byte) group.ordinal();
            if (group != null) {
                counts[group.ordinal()]++;
            }
        }
    }

    private static @Nullable EntryGroup group(HostsFile file, int number, BitSet system, BitSet own, BlockList block) {
        LineKind kind = file.kind(number);
        if (kind == LineKind.DISABLED) {
            return EntryGroup.DISABLED;
        } else if (kind != LineKind.ENTRY) {
            return null;
        } else if (system.get(number) || file.target(number) == EntryTarget.GROUP) {
            return EntryGroup.LOOPBACK;
        } else if (own.get(number)) {
            return EntryGroup.THIS_HOST;
        }
        return block.has(number) ? EntryGroup.BLOCK_LIST : EntryGroup.OVERRIDE;
    }

    /** What the line is for; empty when it is no entry, not even a disabled one. */
    Optional<EntryGroup> of(int number) {
        return groups[number] == NONE ? Optional.empty() : Optional.of(GROUPS[groups[number]]);
    }

    int count(EntryGroup group) {
        return counts[group.ordinal()];
    }

    boolean isEntry(int number) {
        return groups[number] != NONE;
    }

    boolean isIn(int number, EntryGroup group) {
        return groups[number] == group.ordinal();
    }
}
