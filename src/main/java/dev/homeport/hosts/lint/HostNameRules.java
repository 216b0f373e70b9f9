package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.file.LineTrait;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names that some programs do not find, and lines that some resolvers do not see whole: H20, H22, H25 to H27, H35, H36. */
final class HostNameRules {

    private HostNameRules() {}

    static Stream<HostsFinding> findings(Subject subject) {
        return Stream.of(
                        tooLong(subject),
                        rule(
                                subject,
                                LineTrait.ADDRESS_AS_NAME,
                                "H22",
                                Severity.WARNING,
                                "There are two addresses on a line.",
                                "Only the first word is the address; the other is taken for a name.",
                                "Give each address a line of its own."),
                        rule(
                                subject,
                                LineTrait.WILDCARD,
                                "H25",
                                Severity.WARNING,
                                "A name has a *, which stands for nothing but itself.",
                                "No resolver knows wildcards in a hosts file: names that it was meant for stay unknown.",
                                "Name each host, use a name below .localhost, or a name server like dnsmasq."),
                        indented(subject),
                        rule(
                                subject,
                                LineTrait.CAPITALS,
                                "H27",
                                Severity.INFO,
                                "A name has capital letters.",
                                "glibc, Windows and macOS find it in any case; musl (Alpine) only as it is written, and browsers ask in "
                                        + "small letters.",
                                "Write names in small letters."),
                        rule(
                                subject,
                                LineTrait.NUMBER_AT_END,
                                "H36",
                                Severity.WARNING,
                                "A name ends in a number.",
                                "Resolvers take it; browsers and others that read URLs take it for an address, and refuse it.",
                                "Let the last part of the name have a letter."),
                        rule(
                                subject,
                                LineTrait.UNDERSCORE,
                                "H35",
                                Severity.WARNING,
                                "A name has an underscore.",
                                "Resolvers take it; certificates, some browsers and Java's URI do not.",
                                "Use a hyphen."))
                .flatMap(Optional::stream);
    }

    private static Optional<HostsFinding> tooLong(Subject subject) {
        HostsFile file = subject.file();
        IntStream lines = IntStream.concat(file.linesWith(LineTrait.MANY_NAMES), file.linesWith(LineTrait.LONG));
        int[] all = lines.filter(number -> file.kind(number) == LineKind.ENTRY)
                .sorted()
                .distinct()
                .toArray();
        return finding(
                all,
                "H20",
                Severity.WARNING,
                tooLong(file),
                "Windows takes the first nine names of a line, musl what is in pieces of 511 bytes; the rest is not found there.",
                Fix.note("Spread the names over several lines with the same address."));
    }

    private static String tooLong(HostsFile file) {
        if (!file.has(LineTrait.LONG)) {
            return "A line has more than nine names.";
        }
        return file.has(LineTrait.MANY_NAMES)
                ? "A line has more than nine names, or more than 511 bytes."
                : "A line is longer than 511 bytes.";
    }

    private static Optional<HostsFinding> indented(Subject subject) {
        int[] lines = entries(subject, LineTrait.INDENTED);
        String script = "s/^[[:space:]]*//";
        return finding(
                lines,
                "H26",
                Severity.WARNING,
                "A line begins with blanks.",
                "musl (Alpine) passes over it, and so does Java's own reader of hosts files; glibc does not mind.",
                subject.edit().sed(script, "takes the blanks at the beginning of all lines out"));
    }

    private static int[] entries(Subject subject, LineTrait trait) {
        HostsFile file = subject.file();
        return file.linesWith(trait)
                .filter(number -> file.kind(number) == LineKind.ENTRY)
                .toArray();
    }

    private static Optional<HostsFinding> rule(
            Subject subject, LineTrait trait, String id, Severity severity, String message, String why, String advice) {
        return finding(entries(subject, trait), id, severity, message, why, Fix.note(advice));
    }

    /** About these lines; nothing where there are none. */
    static Optional<HostsFinding> finding(
            int[] lines, String id, Severity severity, String message, String why, Fix fix) {
        return lines.length == 0
                ? Optional.empty()
                : Optional.of(HostsFinding.ofLines(id, severity, IntStream.of(lines), message, why, fix));
    }
}
