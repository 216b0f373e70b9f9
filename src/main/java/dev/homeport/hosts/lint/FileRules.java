package dev.homeport.hosts.lint;

import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.resolver.Libc;
import dev.homeport.hosts.source.FileFacts;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.hosts.source.Keeper;
import java.util.Optional;
import java.util.stream.Stream;

/** The file as such: who writes it, who may, and whether anybody reads it: H29 to H32. */
final class FileRules {

    private FileRules() {}

    static Stream<HostsFinding> findings(Subject subject) {
        return Stream.of(managed(subject.hosts()), unused(subject), writable(subject))
                .flatMap(Optional::stream);
    }

    private static Optional<HostsFinding> managed(Hosts hosts) {
        Keeper keeper = hosts.keeper();
        if (keeper == null) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofFile(
                "H29",
                Severity.INFO,
                "The file is written by " + keeper.label() + ".",
                "What is changed in it by hand is lost when it is written again.",
                Fix.note(keeper.advice())));
    }

    private static Optional<HostsFinding> unused(Subject subject) {
        boolean used = subject.settings().libc() != Libc.GLIBC
                || subject.settings().nameServices().asksFiles();
        if (used) {
            return Optional.empty();
        }
        return Optional.of(HostsFinding.ofFile(
                "H30",
                Severity.INFO,
                "glibc does not ask the file: /etc/nsswitch.conf has “hosts: "
                        + subject.settings().nameServices().text() + "”.",
                "Whatever the file says, programs get their answers elsewhere.",
                Fix.note("Put files into the line hosts: of /etc/nsswitch.conf, before dns.")));
    }

    private static Optional<HostsFinding> writable(Subject subject) {
        FileFacts facts = subject.hosts().facts();
        if (facts.isWorldWritable()) {
            return Optional.of(HostsFinding.ofFile(
                    "H31",
                    Severity.WARNING,
                    "Everybody on this machine may write the file (" + facts.mode() + ").",
                    "Any user can send any name of any other user's programs where he likes.",
                    subject.edit().command("chmod 644", "lets root alone write it")));
        } else if (facts.isNotRoots()) {
            return Optional.of(HostsFinding.ofFile(
                    "H31",
                    Severity.WARNING,
                    "The file belongs to " + facts.owner() + ", not to root.",
                    "That user can send any name of any other user's programs where he likes.",
                    subject.edit().command("chown 0:0", "gives it to root")));
        }
        return Optional.empty();
    }

    /** H32: the file could not be read. */
    static HostsFinding unread(String path, String reason) {
        return HostsFinding.ofFile(
                "H32",
                Severity.ERROR,
                "The hosts file " + path + " cannot be read.",
                reason,
                Fix.note(
                        "Put the file back (127.0.0.1 localhost is the least that it needs), or make it readable (chmod 644)."));
    }
}
