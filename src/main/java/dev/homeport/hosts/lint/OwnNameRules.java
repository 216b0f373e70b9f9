package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.file.EntryTarget;
import dev.homeport.hosts.resolver.Libc;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalhostName;
import dev.homeport.platform.HostileText;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What this machine's own name leads to: H16 and H17. */
final class OwnNameRules {

    private static final IpAddress DEBIANS = IpAddress.ipv4(0x7f_00_01_01);

    private OwnNameRules() {}

    static Stream<HostsFinding> findings(Subject subject) {
        String hostname = subject.settings().hostname();
        boolean judged = !hostname.isBlank() && !LocalhostName.is(hostname);
        return judged
                ? Stream.of(loopback(subject, hostname), unknown(subject, hostname))
                        .flatMap(Optional::stream)
                : Stream.empty();
    }

    private static Optional<HostsFinding> loopback(Subject subject, String hostname) {
        int[] lines = subject.file()
                .entriesNaming(hostname)
                .filter(number -> subject.file().target(number).isLoopback())
                .filter(number -> subject.file().target(number) != EntryTarget.LOOPBACK_6)
                .toArray();
        if (lines.length == 0) {
            return Optional.empty();
        }
        IpAddress address = subject.address(lines[0]);
        boolean debian = address.equals(DEBIANS);
        return Optional.of(HostsFinding.ofLines(
                "H16",
                debian ? Severity.INFO : Severity.WARNING,
                IntStream.of(lines),
                "This machine's own name, " + hostname + ", is " + address.text() + ".",
                "A server that binds “the host's name” (Kafka, RMI, Spring Cloud, MPI) can be reached from here alone, and tells "
                        + "others an address that is theirs. On a workstation that is fine"
                        + (debian ? ", and Debian's way." : "."),
                Fix.note("Where others have to reach this machine by its name, give it the address that they use.")));
    }

    private static Optional<HostsFinding> unknown(Subject subject, String hostname) {
        boolean known = subject.file().entriesNaming(hostname).findAny().isPresent();
        boolean itself = subject.settings().libc() == Libc.GLIBC
                ? subject.settings().nameServices().knowsLocalhostItself()
                : subject.settings().libc() == Libc.OTHER;
        if (known || itself) {
            return Optional.empty();
        }
        String note = "gives the name an address of this machine";
        return Optional.of(HostsFinding.ofFile(
                "H17",
                Severity.WARNING,
                "The file does not know this machine's own name, " + hostname + ".",
                "Unless a name server does, sudo says “unable to resolve host” and Java's InetAddress.getLocalHost() fails, after "
                        + "seconds of waiting.",
                HostileText.isPlainWord(hostname)
                        ? subject.edit().append("127.0.1.1 " + hostname, note)
                        : Fix.note("A line with 127.0.1.1 and the name " + note + ".")));
    }
}
