package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.file.EntryTarget;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LocalhostName;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether the file names both loopback addresses, and those that are there: H01, H02, H05 and H23. */
final class LocalhostRules {

    private static final List<String> IPV6_NAMES = List.of("ip6-localhost", "ip6-loopback", "localhost6");

    private LocalhostRules() {}

    static Stream<HostsFinding> findings(Subject subject) {
        return Stream.of(noIpv4(subject), noIpv6(subject), ipv6Missing(subject), ipv6Names(subject))
                .flatMap(Optional::stream);
    }

    private static Optional<HostsFinding> noIpv4(Subject subject) {
        boolean mapped = subject.entries(LocalhostName.NAME, IpFamily.IPV4)
                .anyMatch(number -> subject.file().target(number).isLoopback());
        if (mapped) {
            return Optional.empty();
        }
        boolean known = subject.knowsLocalhostItself();
        return Optional.of(HostsFinding.ofFile(
                "H01",
                known ? Severity.INFO : Severity.ERROR,
                "No line gives localhost the address 127.0.0.1.",
                whyIpv4(subject, known),
                subject.edit().append("127.0.0.1 localhost", "adds the line at the end")));
    }

    private static String whyIpv4(Subject subject, boolean known) {
        if (known) {
            return "This system's resolver answers for localhost by itself; programs that read the file alone do not.";
        }
        return subject.entries(LocalhostName.NAME, IpFamily.IPV6).findAny().isPresent()
                ? "Programs that ask for localhost get its IPv6 address alone, and those that ask for IPv4 nothing on Alpine; curl "
                        + "and browsers try 127.0.0.1 all the same."
                : "ping, Node.js and Python do not find localhost; curl, browsers and Java do, because they know it by heart.";
    }

    private static Optional<HostsFinding> noIpv6(Subject subject) {
        boolean mapped = subject.entries(LocalhostName.NAME, IpFamily.IPV6)
                .anyMatch(number -> subject.file().target(number) == EntryTarget.LOOPBACK_6);
        if (mapped) {
            return Optional.empty();
        }
        List<Integer> ports = subject.ports().onlyOnIpv6Loopback();
        boolean goesToIpv4 =
                subject.entries(LocalhostName.NAME, IpFamily.IPV4).findAny().isPresent();
        boolean matters = subject.settings().hasIpv6Loopback()
                && goesToIpv4
                && !ports.isEmpty()
                && !subject.knowsLocalhostItself();
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

    private static Optional<HostsFinding> ipv6Missing(Subject subject) {
        if (subject.settings().hasIpv6Loopback()) {
            return Optional.empty();
        }
        int[] lines = subject.file()
                .entriesNaming(LocalhostName.NAME)
                .filter(number -> subject.file().target(number) == EntryTarget.LOOPBACK_6)
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
                .filter(number -> subject.file().target(number) != EntryTarget.LOOPBACK_6)
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
        int[] ipv6 = subject.entries(LocalhostName.NAME, IpFamily.IPV6)
                .filter(number -> subject.file().target(number) == EntryTarget.LOOPBACK_6)
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
}
