package dev.homeport.hosts.resolver;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LocalAddresses;
import dev.homeport.net.LocalhostName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One name, asked of glibc's name services in their order until one knows it (DOMAIN R3.12, R3.13, R4.14). What would be
 * asked of the network is not: it answers nothing here.
 */
record GlibcQuery(HostsFile file, ResolverSettings settings, String name) {

    private static final IpAddress OWN_NAME = IpAddress.ipv4(0x7f_00_00_02);

    /** Who knew it, and what; nobody and nothing when none did. */
    record Found(Optional<String> by, List<IpAddress> addresses, List<Hit> hits) {

        static final Found NOTHING = new Found(Optional.empty(), List.of(), List.of());

        static Found of(String by, List<IpAddress> addresses) {
            return addresses.isEmpty() ? NOTHING : new Found(Optional.of(by), addresses, List.of());
        }
    }

    Found ask(Asked family) {
        for (NameServiceSwitch.Step service : settings.nameServices().services()) {
            Found found = ask(service.name(), family);
            boolean available = !service.name().equals("resolve") || settings.resolved();
            if (!found.addresses().isEmpty() || service.endsWhenNotFound() && available) {
                return found;
            }
        }
        return Found.NOTHING;
    }

    private Found ask(String service, Asked family) {
        return switch (service) {
            case "files" -> files(family);
            case "myhostname" -> Found.of(service, of(family, itself()));
            case "resolve" -> settings.resolved() ? resolved(family) : Found.NOTHING;
            default -> Found.NOTHING;
        };
    }

    private Found files(Asked family) {
        List<Hit> hits = Glibc.hits(file, name, family, settings.multi());
        return hits.isEmpty()
                ? Found.NOTHING
                : new Found(
                        Optional.of("files"), hits.stream().map(Hit::address).toList(), hits);
    }

    /** systemd-resolved reads the hosts file too, after the names that it answers by itself. */
    private Found resolved(Asked family) {
        List<IpAddress> itself = isLocalhost() ? of(family, itself()) : List.of();
        if (!itself.isEmpty()) {
            return Found.of("resolve", itself);
        }
        List<Hit> hits = Glibc.hits(file, name, family, true);
        List<IpAddress> listed = hits.stream().map(Hit::address).distinct().toList();
        return listed.isEmpty()
                ? Found.of("resolve", of(family, itself()))
                : new Found(Optional.of("resolve"), listed, hits);
    }

    /** What nss-myhostname and resolved answer without a file: {@code localhost}, and this machine's name. */
    private List<IpAddress> itself() {
        Stream<IpAddress> ipv6 = settings.hasIpv6Loopback() ? Stream.of(IpAddress.IPV6_LOOPBACK) : Stream.empty();
        if (isLocalhost()) {
            return Stream.concat(ipv6, Stream.of(IpAddress.IPV4_LOOPBACK)).toList();
        } else if (!folded(name).equals(folded(settings.hostname()))) {
            return List.of();
        }
        List<IpAddress> own = reachable(settings.own());
        return own.isEmpty() ? Stream.concat(ipv6, Stream.of(OWN_NAME)).toList() : own;
    }

    private static List<IpAddress> reachable(LocalAddresses own) {
        return own.interfaces().keySet().stream()
                .filter(address -> address.addressClass() != AddressClass.LOOPBACK)
                .filter(address -> address.addressClass() != AddressClass.LINK_LOCAL)
                .sorted()
                .toList();
    }

    private boolean isLocalhost() {
        String plain = folded(name);
        return Stream.of(LocalhostName.NAME, "localhost.localdomain")
                .anyMatch(known -> plain.equals(known) || plain.endsWith("." + known));
    }

    private static String folded(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static List<IpAddress> of(Asked family, List<IpAddress> all) {
        return switch (family) {
            case ANY -> all;
            case IPV4 ->
                all.stream()
                        .filter(address -> address.family() == IpFamily.IPV4)
                        .toList();
            case IPV6 ->
                all.stream()
                        .filter(address -> address.family() == IpFamily.IPV6)
                        .toList();
        };
    }
}
