package dev.homeport.hosts;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.file.LineTrait;
import dev.homeport.hosts.file.Target;
import dev.homeport.hosts.lint.BlockList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private final HostsFile file;
    private final BlockList block;
    private final BitSet system = new BitSet();
    private final BitSet own = new BitSet();
    private final Map<EntryGroup, Integer> counts = new EnumMap<>(EntryGroup.class);

    Grouping(HostsFile file, String hostname) {
        this.file = file;
        this.block = BlockList.in(file);
        SYSTEM_NAMES.forEach(name -> file.linesNaming(name).forEach(system::set));
        file.linesWith(LineTrait.LOCALHOST_NAME).forEach(system::set);
        file.linesNaming(hostname).filter(number -> !system.get(number)).forEach(own::set);
        for (int number = 1; number <= file.lines(); number++) {
            of(number).ifPresent(group -> counts.merge(group, 1, Integer::sum));
        }
    }

    /** What the line is for; empty when it is no entry, not even a disabled one. */
    Optional<EntryGroup> of(int number) {
        LineKind kind = file.kind(number);
        if (kind == LineKind.DISABLED) {
            return Optional.of(EntryGroup.DISABLED);
        } else if (kind != LineKind.ENTRY) {
            return Optional.empty();
        } else if (system.get(number) || file.target(number) == Target.GROUP) {
            return Optional.of(EntryGroup.LOOPBACK);
        } else if (own.get(number)) {
            return Optional.of(EntryGroup.THIS_HOST);
        }
        return Optional.of(block.has(number) ? EntryGroup.BLOCK_LIST : EntryGroup.OVERRIDE);
    }

    int count(EntryGroup group) {
        return counts.getOrDefault(group, 0);
    }

    boolean isIn(int number, EntryGroup group) {
        return of(number).filter(group::equals).isPresent();
    }
}
