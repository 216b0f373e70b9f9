package dev.homeport.hosts.resolver;

import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalAddresses;
import java.util.Map;

/**
 * What decides on this machine, beside the hosts file itself, what a name means (DOMAIN R4.13).
 *
 * @param libc whose resolver programs use here
 * @param multi {@code multi on} in {@code /etc/host.conf}
 * @param table {@code /etc/gai.conf}
 * @param resolved whether systemd-resolved can be asked
 * @param own this machine's addresses
 * @param interfaces indices by name
 * @param hostname this machine's name
 */
public record ResolverSettings(
        Libc libc,
        NameServiceSwitch nameServices,
        boolean multi,
        PolicyTable table,
        boolean resolved,
        LocalAddresses own,
        Map<String, Integer> interfaces,
        String hostname) {

    public ResolverSettings {
        interfaces = Map.copyOf(interfaces);
    }

    /** The settings that these texts make: of nsswitch.conf, host.conf and gai.conf, empty where there is no such file. */
    public static ResolverSettings of(
            Libc libc,
            String nsswitch,
            String hostConf,
            String gaiConf,
            boolean resolved,
            LocalAddresses own,
            Map<String, Integer> interfaces,
            String hostname) {
        return new ResolverSettings(
                libc,
                NameServiceSwitch.of(nsswitch),
                HostConf.isMulti(hostConf),
                PolicyTable.of(gaiConf),
                resolved,
                own,
                interfaces,
                hostname);
    }

    /** Whether this machine has {@code ::1}: clients try it first where it is named (R3.5). */
    public boolean hasIpv6Loopback() {
        return own.interfaceOf(IpAddress.IPV6_LOOPBACK).isPresent();
    }
}
