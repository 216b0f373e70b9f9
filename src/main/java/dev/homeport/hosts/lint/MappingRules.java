package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.file.LineTrait;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names on several lines, told apart by family: H13, H14 and H15 (DOMAIN R4.5). */
final class MappingRules {

    private final Subject subject;
    private final HostsFile file;
    private final BitSet conflicting = new BitSet();
    private final BitSet duplicate = new BitSet();
    private final BitSet shadowed = new BitSet();
    private final Map<Integer, IpAddress> addresses = new HashMap<>();
    private @Nullable String example;
    private boolean zoned;

    private MappingRules(Subject subject) {
        this.subject = subject;
        this.file = subject.file();
        file.repeatedNames().forEach(this::look);
    }

    static Stream<HostsFinding> findings(Subject subject) {
        MappingRules rules = new MappingRules(subject);
        return Stream.of(rules.conflict(), rules.duplicate(), rules.shadowed()).flatMap(Optional::stream);
    }

    /** Goes over the places of one name. */
    private void look(int name) {
        Map<IpFamily, Integer> first = new EnumMap<>(IpFamily.class);
        Set<IpAddress> seen = new HashSet<>();
        file.linesOfName(name).forEach(number -> {
            if (file.kind(number) == LineKind.ENTRY) {
                IpAddress address = addresses.computeIfAbsent(number, subject::address);
                Integer winner = first.putIfAbsent(address.family(), number);
                if (!seen.add(address)) {
                    duplicate.set(number);
                } else if (winner != null) {
                    zoned |= file.has(number, LineTrait.ZONE) || file.has(winner, LineTrait.ZONE);
                    conflicting.set(winner);
                    conflicting.set(number);
                    shadowed.set(number);
                    example = example == null ? file.name(name) : example;
                }
            }
        });
    }

    private Optional<HostsFinding> conflict() {
        if (conflicting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofLines(
                "H13",
                Severity.WARNING,
                conflicting.stream(),
                example + " has several addresses of one family.",
                zoned()
                        + (subject.takesFirstOnly()
                                ? "The first line counts here; musl takes all of them."
                                : "Here all of them are returned, and programs try the first; Windows and macOS, and glibc without "
                                        + "“multi on” in /etc/host.conf, take the first line alone."),
                Fix.note("Leave the line that is meant.")));
    }

    private String zoned() {
        return zoned ? "glibc passes over the line whose address has a zone. " : "";
    }

    private Optional<HostsFinding> duplicate() {
        if (duplicate.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofLines(
                "H14",
                Severity.INFO,
                duplicate.stream(),
                "A name is given the same address again.",
                "With “multi on” glibc returns the address twice; otherwise the line does nothing.",
                Fix.note("One of the lines is enough.")));
    }

    private Optional<HostsFinding> shadowed() {
        if (shadowed.isEmpty()) {
            return Optional.empty();
        }
        boolean here = subject.takesFirstOnly();
        return Optional.of(HostsFinding.ofLines(
                "H15",
                here ? Severity.WARNING : Severity.INFO,
                shadowed.stream(),
                here
                        ? "A line stands behind another with the same name, and is never used."
                        : "A line stands behind another with the same name.",
                "Where the first line counts, this one is not used: glibc with “multi off”, Windows, macOS.",
                Fix.note("Take it out, or move it up if it is the one that is meant.")));
    }
}
