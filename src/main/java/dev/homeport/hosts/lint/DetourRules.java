package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.file.EntryTarget;
import dev.homeport.hosts.file.HostsLine;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.file.LineTrait;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalhostName;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether {@code localhost}, or a name below it, leads elsewhere than everybody takes for granted: H03, H04 and H28. */
final class DetourRules {

    private static final String WITH_DOMAIN = "localhost.localdomain";
    private static final int MOST_REWRITTEN = 20;

    private DetourRules() {}

    static Stream<HostsFinding> findings(Subject subject) {
        return Stream.of(elsewhere(subject), otherLoopback(subject), subdomainElsewhere(subject))
                .flatMap(Optional::stream);
    }

    private static Optional<HostsFinding> elsewhere(Subject subject) {
        int[] lines = localhostLines(subject)
                .filter(number -> !subject.file().target(number).isLoopback())
                .filter(number -> !isAppleLinkLocal(subject.address(number)))
                .toArray();
        if (lines.length == 0) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofLines(
                "H03",
                Severity.ERROR,
                IntStream.of(lines),
                localhostName(subject.file().line(lines[0])) + " is sent to "
                        + subject.address(lines[0]).text() + ", which is not loopback.",
                "What programs mean for this machine alone leaves it, with its cookies and passwords (RFC 6761, section 6.3). "
                        + "curl and browsers ignore the line, most others follow it.",
                namesOnlyLocalhost(subject, lines)
                        ? subject.edit().delete(IntStream.of(lines), "takes " + count(lines) + " out")
                        : Fix.note("Take the name out of the line; the others on it may be meant.")));
    }

    private static boolean namesOnlyLocalhost(Subject subject, int[] lines) {
        return IntStream.of(lines)
                .mapToObj(subject.file()::line)
                .allMatch(line -> line.names().stream().allMatch(DetourRules::isLocalhost));
    }

    private static String count(int[] lines) {
        return lines.length == 1 ? "the line" : "the " + lines.length + " lines";
    }

    private static String localhostName(HostsLine line) {
        return line.names().stream()
                .filter(DetourRules::isLocalhost)
                .findFirst()
                .orElse(LocalhostName.NAME);
    }

    private static boolean isLocalhost(String name) {
        return LocalhostName.covers(name) || name.equalsIgnoreCase(WITH_DOMAIN);
    }

    /** Old versions of macOS ship {@code fe80::1%lo0 localhost}: lo0's own link-local address. */
    private static boolean isAppleLinkLocal(IpAddress address) {
        return address.withoutZone().equals(IpAddress.ipv6(0xfe80L << 48, 1));
    }

    /** Lines that name localhost, what is below it, or localhost.localdomain. */
    private static IntStream localhostLines(Subject subject) {
        IntStream below = subject.file().linesWith(LineTrait.LOCALHOST_NAME);
        return IntStream.concat(below, subject.file().linesNaming(WITH_DOMAIN))
                .filter(number -> subject.file().kind(number) == LineKind.ENTRY)
                .sorted()
                .distinct();
    }

    private static Optional<HostsFinding> otherLoopback(Subject subject) {
        int[] lines = subject.file()
                .entriesNaming(LocalhostName.NAME)
                .filter(number -> subject.file().target(number) == EntryTarget.OTHER_LOOPBACK)
                .toArray();
        if (lines.length == 0) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofLines(
                "H04",
                Severity.WARNING,
                IntStream.of(lines),
                "localhost is " + subject.address(lines[0]).text() + ", not 127.0.0.1.",
                "ping, Java and Node.js go there and miss what listens on 127.0.0.1; curl and browsers go to 127.0.0.1.",
                subject.edit()
                        .sed(
                                IntStream.of(lines)
                                        .limit(MOST_REWRITTEN)
                                        .mapToObj(number -> number + "s/[^[:space:]]\\{1,\\}/127.0.0.1/")
                                        .collect(Collectors.joining(";")),
                                "makes 127.0.0.1 of the address")));
    }

    private static Optional<HostsFinding> subdomainElsewhere(Subject subject) {
        int[] lines = subject.file()
                .linesWith(LineTrait.LOCALHOST_NAME)
                .filter(number -> subject.file().kind(number) == LineKind.ENTRY)
                .filter(number -> !subject.file().target(number).isLoopback())
                .filter(number -> hasSubdomain(subject.file().line(number)))
                .toArray();
        if (lines.length == 0) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofLines(
                "H28",
                Severity.WARNING,
                IntStream.of(lines),
                "A name below localhost is sent to another machine.",
                "Browsers, curl and systemd-resolved keep *.localhost on this machine whatever the file says; other programs "
                        + "go to " + subject.address(lines[0]).text() + ".",
                Fix.note("Use a name below .test or .internal for another machine.")));
    }

    private static boolean hasSubdomain(HostsLine line) {
        return line.names().stream().anyMatch(LocalhostName::isBelow);
    }
}
