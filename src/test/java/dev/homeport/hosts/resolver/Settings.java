package dev.homeport.hosts.resolver;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LocalAddresses;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A machine with both loopback addresses, one of a home network, and no IPv6 to elsewhere. */
public final class Settings {

    private String nsswitch = "hosts: files dns";
    private String hostConf = "multi on";
    private String gaiConf = "";
    private Libc libc = Libc.GLIBC;
    private boolean resolved;
    private boolean ipv6 = true;

    public static Settings machine() {
        return new Settings();
    }

    public Settings nsswitch(String line) {
        nsswitch = "# comment\nhosts: " + line + "\n";
        return this;
    }

    public Settings multi(boolean on) {
        hostConf = on ? "# as Debian has it\nmulti on\n" : "";
        return this;
    }

    public Settings gaiConf(String text) {
        gaiConf = text;
        return this;
    }

    public Settings libc(Libc one) {
        libc = one;
        return this;
    }

    public Settings withResolved() {
        resolved = true;
        return this;
    }

    public Settings withoutIpv6() {
        ipv6 = false;
        return this;
    }

    public ResolverSettings build() {
        IpAddress home = IpAddress.parse("192.168.1.5").orElseThrow();
        Map<IpAddress, String> ipv4 = Map.of(IpAddress.IPV4_LOOPBACK, "lo", home, "eth0");
        Map<IpAddress, String> both =
                Map.of(IpAddress.IPV4_LOOPBACK, "lo", IpAddress.IPV6_LOOPBACK, "lo", home, "eth0");
        LocalAddresses own = new LocalAddresses(ipv6 ? both : ipv4, Set.of(IpFamily.values()));
        return ResolverSettings.of(libc, nsswitch, hostConf, gaiConf, resolved, own, Map.of("lo", 1, "eth0", 2), "box");
    }

    /** Where such a machine would send from. */
    public Optional<IpAddress> source(IpAddress to) {
        if (to.equals(IpAddress.IPV6_LOOPBACK)) {
            return Optional.of(to).filter(address -> ipv6);
        } else if (to.family() == IpFamily.IPV6) {
            return Optional.empty();
        }
        return Optional.of(
                to.isLoopback()
                        ? IpAddress.IPV4_LOOPBACK
                        : IpAddress.parse("192.168.1.5").orElseThrow());
    }
}
