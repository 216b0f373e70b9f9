package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.file.HostsLine;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.file.LineTrait;
import dev.homeport.hosts.file.Target;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether {@code localhost} is what everybody takes it for: H01 to H05, H23 and H28. */
final class LocalhostRules {

    private static final String LOCALHOST = "localhost";
    private static final String WITH_DOMAIN = "localhost.localdomain";
    private static final List<String> IPV6_NAMES = List.of("ip6-localhost", "ip6-loopback", "localhost6");

    private static final int MOST_REWRITTEN = 20;

    private LocalhostRules() {}

    static Stream<HostsFinding> findings(Subject subject) {
        return Stream.of(
                        noIpv4(subject),
                        noIpv6(subject),
                        elsewhere(subject),
                        otherLoopback(subject),
                        ipv6Missing(subject),
                        ipv6Names(subject),
                        subdomainElsewhere(subject))
                .flatMap(Optional::stream);
    }

    private static Optional<HostsFinding> noIpv4(Subject subject) {
        boolean mapped = subject.entries(LOCALHOST, IpFamily.IPV4)
                .anyMatch(number -> subject.file().target(number).isLoopback());
        if (mapped) {
            return Optional.empty();
        }
        boolean known = subject.knowsLocalhostItself();
        return Optional.of(HostsFinding.ofFile(
                "H01",
                known ? Severity.INFO : Severity.ERROR,
                "No line gives localhost the address 127.0.0.1.",
                known
                        ? "This system's resolver answers for localhost by itself; programs that read the file alone do not."
                        : "ping, Node.js and Python do not find localhost; curl, browsers and Java do, because they know it by heart.",
                subject.edit().append("127.0.0.1 localhost", "adds the line at the end")));
    }

    private static Optional<HostsFinding> noIpv6(Subject subject) {
        boolean mapped = subject.entries(LOCALHOST, IpFamily.IPV6)
                .anyMatch(number -> subject.file().target(number) == Target.LOOPBACK_6);
        if (mapped) {
            return Optional.empty();
        }
        List<Integer> ports = subject.ports().onlyOnIpv6Loopback();
        boolean matters = subject.settings().hasIpv6Loopback() && !ports.isEmpty() && !subject.knowsLocalhostItself();
        return Optional.of(HostsFinding.ofFile(
                "H02",
                matters ? Severity.WARNING : Severity.INFO,
                "No line gives localhost the address ::1.",
                matters
                        ? "Something listens on ::1 alone, port " + ports.get(0)
                                + ": who asks for localhost there goes to 127.0.0.1 and is refused."
                        : "Programs that ask the file do not try ::1. That is enough as long as servers listen on 127.0.0.1.",
                subject.edit().append("::1 localhost ip6-localhost ip6-loopback", "adds the line at the end")));
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
                .allMatch(line -> line.names().stream().allMatch(name -> isLocalhost(name.toLowerCase(Locale.ROOT))));
    }

    private static String count(int[] lines) {
        return lines.length == 1 ? "the line" : "the " + lines.length + " lines";
    }

    private static String localhostName(HostsLine line) {
        return line.names().stream()
                .filter(name -> isLocalhost(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(LOCALHOST);
    }

    private static boolean isLocalhost(String name) {
        return name.equals(LOCALHOST) || name.equals(WITH_DOMAIN) || name.endsWith(".localhost");
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
                .entriesNaming(LOCALHOST)
                .filter(number -> subject.file().target(number) == Target.OTHER_LOOPBACK)
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

    private static Optional<HostsFinding> ipv6Missing(Subject subject) {
        if (subject.settings().hasIpv6Loopback()) {
            return Optional.empty();
        }
        int[] lines = subject.file()
                .entriesNaming(LOCALHOST)
                .filter(number -> subject.file().target(number) == Target.LOOPBACK_6)
                .toArray();
        if (lines.length == 0) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofLines(
                "H05",
                Severity.WARNING,
                IntStream.of(lines),
                "localhost is ::1 too, but this machine has no ::1.",
                "A program that tries ::1 gets “cannot assign requested address” and may give up there. Docker up to 25 "
                        + "writes the line even so.",
                Fix.note("Switch IPv6 on for loopback (sysctl -w net.ipv6.conf.lo.disable_ipv6=0; for a container "
                        + "--sysctl net.ipv6.conf.all.disable_ipv6=0), or take the line out.")));
    }

    private static Optional<HostsFinding> ipv6Names(Subject subject) {
        int[] wrong = IPV6_NAMES.stream()
                .flatMapToInt(name -> subject.file().entriesNaming(name))
                .filter(number -> subject.file().target(number) != Target.LOOPBACK_6)
                .sorted()
                .distinct()
                .toArray();
        if (wrong.length > 0) {
            return Optional.of(HostsFinding.ofLines(
                    "H23",
                    Severity.INFO,
                    IntStream.of(wrong),
                    "A name for IPv6's loopback leads elsewhere than to ::1.",
                    "ip6-localhost, ip6-loopback and localhost6 are ::1 on every distribution that has them.",
                    Fix.note("Move the name to the line of ::1.")));
        }
        int[] ipv6 = subject.entries(LOCALHOST, IpFamily.IPV6)
                .filter(number -> subject.file().target(number) == Target.LOOPBACK_6)
                .toArray();
        boolean named = IPV6_NAMES.stream()
                .anyMatch(name -> subject.file().entriesNaming(name).findAny().isPresent());
        if (ipv6.length == 0 || named) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofLines(
                "H23",
                Severity.INFO,
                IntStream.of(ipv6),
                "::1 has none of its own names here.",
                "Scripts that ask for IPv6's loopback by name use ip6-localhost (Debian) or localhost6 (Red Hat); localhost alone "
                        + "may be either family.",
                subject.edit().append("::1 ip6-localhost ip6-loopback", "adds the line at the end")));
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
        return line.names().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(".localhost"));
    }
}
