package dev.homeport.hosts.lint;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.resolver.Libc;
import dev.homeport.hosts.resolver.ResolverSettings;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.OsFamily;
import java.util.stream.IntStream;

/** What the rules judge: a hosts file on a machine. */
record Subject(Hosts hosts, PortsInUse ports) {

    HostsFile file() {
        return hosts.file();
    }

    ResolverSettings settings() {
        return hosts.settings();
    }

    FileEdit edit() {
        return new FileEdit(hosts);
    }

    /** Whether resolvers here answer for {@code localhost} whatever the file says (R3.13, R3.15). */
    boolean knowsLocalhostItself() {
        boolean glibc = settings().libc() == Libc.GLIBC;
        return hosts.osFamily() == OsFamily.WINDOWS
                || glibc && settings().nameServices().knowsLocalhostItself();
    }

    /** Whether of several lines with one name only the first counts here (R4.5). */
    boolean takesFirstOnly() {
        return settings().libc() == Libc.OTHER
                || settings().libc() == Libc.GLIBC && !settings().multi();
    }

    /** The entries of {@code name} with an address of {@code family}. */
    IntStream entries(String name, IpFamily family) {
        return file().entriesNaming(name).filter(number -> address(number).family() == family);
    }

    /** Of an entry. */
    IpAddress address(int number) {
        return file().address(number).orElseThrow();
    }
}
