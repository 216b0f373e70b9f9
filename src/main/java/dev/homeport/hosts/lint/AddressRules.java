package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.HostsLine;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.file.LineTrait;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Addresses that some resolvers or all of them do not take: H10, H11, H12, H21, and H34 for a line without a name. */
final class AddressRules {

    private AddressRules() {}

    static Stream<HostsFinding> findings(Subject subject) {
        return Stream.of(unparsable(subject), nameless(subject), loose(subject), zone(subject), mapped(subject))
                .flatMap(Optional::stream);
    }

    private static Optional<HostsFinding> unparsable(Subject subject) {
        HostsFile file = subject.file();
        int[] lines = malformed(file, number -> !file.has(number, LineTrait.NAMELESS));
        if (lines.length == 0) {
            return Optional.empty();
        }
        HostsLine first = file.line(lines[0]);
        return Optional.of(HostsFinding.ofLines(
                "H10",
                Severity.ERROR,
                IntStream.of(lines),
                (lines.length == 1 ? "A line does" : lines.length + " lines do") + " nothing: " + first.reason() + ".",
                "glibc passes over such a line without a word; its names stay unknown.",
                subject.edit().delete(IntStream.of(lines), "takes it out; write an address first, then names")));
    }

    private static Optional<HostsFinding> nameless(Subject subject) {
        HostsFile file = subject.file();
        int[] lines = malformed(file, number -> file.has(number, LineTrait.NAMELESS));
        if (lines.length == 0) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofLines(
                "H34",
                Severity.WARNING,
                IntStream.of(lines),
                "An address stands alone: no name follows it.",
                "The line does nothing. Perhaps its names were commented out.",
                subject.edit().delete(IntStream.of(lines), "takes it out")));
    }

    /** H11 has those that musl reads. */
    private static int[] malformed(HostsFile file, IntPredicate which) {
        return file.linesOf(LineKind.MALFORMED)
                .filter(number -> !file.has(number, LineTrait.NOT_DOTTED_QUAD))
                .filter(which)
                .toArray();
    }

    private static Optional<HostsFinding> loose(Subject subject) {
        HostsFile file = subject.file();
        if (!file.has(LineTrait.NOT_DOTTED_QUAD)) {
            return Optional.empty();
        }
        int first = file.linesWith(LineTrait.NOT_DOTTED_QUAD).findFirst().orElseThrow();
        return Optional.of(HostsFinding.ofLines(
                "H11",
                Severity.WARNING,
                file.linesWith(LineTrait.NOT_DOTTED_QUAD),
                "An address is not written as four decimal numbers: "
                        + file.line(first).reason() + ".",
                "With a leading 0 musl reads octal and Java decimal: the same line means different machines.",
                Fix.note("Write all four numbers, without leading zeros.")));
    }

    private static Optional<HostsFinding> zone(Subject subject) {
        return with(
                subject,
                LineTrait.ZONE,
                "H12",
                "An address has a zone.",
                "glibc passes over the line; musl takes it where the interface exists, macOS does, and Java drops the zone.",
                "Take the zone out, or write the address where the program takes one with a zone.");
    }

    private static Optional<HostsFinding> mapped(Subject subject) {
        return with(
                subject,
                LineTrait.MAPPED,
                "H21",
                "An IPv4 address is written as an IPv6 one.",
                "Programs that ask for any family get it as IPv6 and need an IPv6 socket; only those that ask for IPv4 get it "
                        + "plain, and from musl nothing.",
                "Write the IPv4 address itself.");
    }

    private static Optional<HostsFinding> with(
            Subject subject, LineTrait trait, String id, String message, String why, String advice) {
        int[] lines = subject.file()
                .linesWith(trait)
                .filter(number -> subject.file().kind(number) == LineKind.ENTRY)
                .toArray();
        return lines.length == 0
                ? Optional.empty()
                : Optional.of(HostsFinding.ofLines(
                        id, Severity.WARNING, IntStream.of(lines), message, why, Fix.note(advice)));
    }
}
