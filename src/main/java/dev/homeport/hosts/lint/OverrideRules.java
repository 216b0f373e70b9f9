package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.file.EntryTarget;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.HostsLine;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.net.CountText;
import dev.homeport.net.SpecialNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of the Internet that lead to this machine or nowhere: H18 and H19 (DOMAIN R4.15). */
final class OverrideRules {

    private OverrideRules() {}

    static Stream<HostsFinding> findings(Subject subject) {
        BlockList block = BlockList.in(subject.file());
        return Stream.of(
                        overridden(subject, block, EntryTarget::isLoopback),
                        overridden(subject, block, target -> target == EntryTarget.NOWHERE),
                        blocked(subject, block))
                .flatMap(Optional::stream);
    }

    private static Optional<HostsFinding> overridden(Subject subject, BlockList block, Predicate<EntryTarget> which) {
        HostsFile file = subject.file();
        Set<Integer> own =
                file.entriesNaming(subject.settings().hostname()).boxed().collect(Collectors.toSet());
        int[] lines = file.linesOf(LineKind.ENTRY)
                .filter(number -> which.test(file.target(number)) && !block.has(number) && !own.contains(number))
                .filter(number -> hasPublicName(file.line(number)))
                .toArray();
        if (lines.length == 0) {
            return Optional.empty();
        }
        boolean nowhere = which.test(EntryTarget.NOWHERE);
        String name = file.line(lines[0]).names().stream()
                .filter(OverrideRules::isPublic)
                .findFirst()
                .orElseThrow();
        return Optional.of(HostsFinding.ofLines(
                "H18",
                nowhere ? Severity.INFO : Severity.WARNING,
                IntStream.of(lines),
                name + (nowhere ? " is blocked here." : " is this machine here."),
                nowhere
                        ? "Programs that ask for it are refused; elsewhere it is a name of the Internet."
                        : "Elsewhere it is a name of the Internet. Forgotten, it puzzles: certificates do not fit, and what "
                                + "browsers know of the real one (HSTS) still holds.",
                Fix.note("Take the line out when it is not needed any more; names below .test are nobody's.")));
    }

    private static boolean hasPublicName(HostsLine line) {
        return line.names().stream().anyMatch(OverrideRules::isPublic);
    }

    /** Whether the Internet may know the name: it has a dot and ends in what could be a top-level domain. */
    private static boolean isPublic(String name) {
        int dot = name.lastIndexOf('.');
        String top = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return dot > 0 && top.matches("[a-z]{2,}|xn--[a-z0-9-]+") && !SpecialNames.isNobodys(name);
    }

    private static Optional<HostsFinding> blocked(Subject subject, BlockList block) {
        if (block.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> ports = subject.ports().webOnIpv4Loopback();
        boolean hits = block.isTo(EntryTarget.LOOPBACK_4) && !ports.isEmpty();
        return Optional.of(HostsFinding.ofLines(
                "H19",
                hits ? Severity.WARNING : Severity.INFO,
                block.lines(),
                "A block list is in the file: " + CountText.of(block.size()) + " lines.",
                hits
                        ? "It sends names to 127.0.0.1, where port " + ports.get(0)
                                + " answers: programs that ask for a blocked site get this machine's."
                        : "Whoever asks for one of its names is sent to this machine, where nothing should answer; 0.0.0.0 is this "
                                + "machine too.",
                hits
                        ? subject.edit()
                                .sed(
                                        "s/^127\\.0\\.0\\.1 \\(.*\\..*\\)/0.0.0.0 \\1/",
                                        "sends names with a dot to 0.0.0.0")
                        : Fix.note("Nothing is to be done.")));
    }
}
