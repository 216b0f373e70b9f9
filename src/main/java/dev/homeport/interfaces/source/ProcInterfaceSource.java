package dev.homeport.interfaces.source;

import dev.homeport.interfaces.source.IfInet6Parser.Ipv6Address;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LoopbackInterface;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.Limit;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.proc.NetDevTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Interfaces, addresses and routes of any network namespace that a process of {@code root} is in, from the files in
 * {@code /proc/<pid>/net}, which need no privilege (DOMAIN R2.51). What an interface is like they do not tell, but whether
 * it is on ({@link IgmpParser}).
 */
public final class ProcInterfaceSource implements InterfaceSource {

    /** The kernel gives loopback the first number of each namespace (LOOPBACK_IFINDEX). */
    private static final int LOOPBACK_INDEX = 1;

    private static final int IPV4_BITS = 32;

    private static final Limit LIMIT = new Limit(
            "MTU, hardware address, state and queueing of the interfaces, and the kernel's settings for them",
            "The files in /proc/<pid>/net, from which they are read, do not tell; /sys and /proc/sys/net show the reader's own.",
            "In that network namespace, look once: ip -d addr; or let Homeport enter it: as root, with CAP_SYS_ADMIN and CAP_SYS_PTRACE.");

    private final NamespaceRoot root;

    public ProcInterfaceSource(NamespaceRoot root) {
        this.root = root;
    }

    @Override
    public InterfaceTable read() throws IOException {
        Set<String> names = NetDevTable.of(root).rows().keySet();
        List<String> igmp = optional("igmp");
        List<Route> local = new ArrayList<>(FibTrieParser.parse(optional("fib_trie")));
        List<Route> main = new ArrayList<>(RouteFileParser.ipv4(optional("route")));
        RouteFileParser.ipv6(optional("ipv6_route")).forEach(route -> (route.isLocalTable() ? local : main).add(route));
        List<Ipv6Address> ipv6 = IfInet6Parser.parse(optional("if_inet6"));
        Map<String, Integer> indices = indices(names, igmp, ipv6);
        Set<String> up = IgmpParser.up(igmp);
        List<LinkRow> links = indices.entrySet().stream()
                .map(link -> link(link.getValue(), link.getKey(), up.contains(link.getKey())))
                .toList();
        List<AddressRow> addresses = new ArrayList<>();
        ipv4Addresses(local).forEach(address -> addresses.add(ipv4(address, local, main, up, indices)));
        ipv6.forEach(address -> addresses.add(address.row()));
        return new InterfaceTable("procfs", links, addresses, local, main, List.of(LIMIT));
    }

    private static LinkRow link(int index, String name, boolean isUp) {
        return new LinkRow(
                index,
                name,
                name.equals(LoopbackInterface.NAME),
                isUp,
                LinkState.NOT_TOLD,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * The interfaces in the order of {@code dev} and their numbers, which other files tell for those that are up or have
     * IPv6; the rest is numbered behind these.
     */
    private Map<String, Integer> indices(Set<String> names, List<String> igmp, List<Ipv6Address> ipv6)
            throws IOException {
        Map<String, Integer> told = new LinkedHashMap<>(Map.of(LoopbackInterface.NAME, LOOPBACK_INDEX));
        ipv6.forEach(address -> told.put(address.device(), address.row().index()));
        told.putAll(IgmpParser.indices(igmp));
        optional("igmp6").stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 1 && columns[0].matches("\\d{1,9}"))
                .forEach(columns -> told.put(HostileText.clean(columns[1]), Integer.valueOf(columns[0])));
        Map<String, Integer> indices = new LinkedHashMap<>();
        int next = told.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (String name : names) {
            Integer known = told.get(name);
            indices.put(name, known == null ? ++next : known);
        }
        return indices;
    }

    private static List<IpAddress> ipv4Addresses(List<Route> local) {
        return local.stream()
                .filter(route -> route.family() == IpFamily.IPV4)
                .filter(route -> route.type() == Route.Type.LOCAL && route.prefix() == IPV4_BITS)
                .map(Route::destination)
                .distinct()
                .toList();
    }

    /**
     * The interface that an address is on, as routes tell it: that of the narrowest network around it. One without a
     * network of its own is that of the only interface which has no network either, as a tunnel's is, else loopback's.
     */
    private static AddressRow ipv4(
            IpAddress address, List<Route> local, List<Route> main, Set<String> up, Map<String, Integer> indices) {
        Optional<Route> network = main.stream()
                .filter(route -> route.gateway() == null && route.prefix() > 0 && route.covers(address))
                .filter(route -> indices.containsKey(route.interfaceName()))
                .reduce((best, next) -> next.prefix() > best.prefix() ? next : best);
        String device = network.map(Route::interfaceName)
                .orElseGet(() -> address.isLoopback() ? LoopbackInterface.NAME : withoutNetwork(main, up));
        return new AddressRow(
                indices.getOrDefault(device, LOOPBACK_INDEX),
                address,
                network.map(Route::prefix).orElseGet(() -> ownPrefix(address, local)),
                null,
                Set.of());
    }

    private static String withoutNetwork(List<Route> main, Set<String> up) {
        List<String> without = up.stream()
                .filter(name -> !name.equals(LoopbackInterface.NAME))
                .filter(name -> main.stream()
                        .noneMatch(route -> route.family() == IpFamily.IPV4
                                && route.gateway() == null
                                && name.equals(route.interfaceName())))
                .toList();
        return without.size() == 1 ? without.get(0) : LoopbackInterface.NAME;
    }

    /** How wide the range is that the machine takes for its own together with {@code address}: 8 for all of 127.0.0.0/8. */
    private static int ownPrefix(IpAddress address, List<Route> local) {
        return local.stream()
                .filter(route -> route.type() == Route.Type.LOCAL && route.covers(address))
                .mapToInt(Route::prefix)
                .min()
                .orElse(IPV4_BITS);
    }

    /** A file that a kernel without IPv6, multicast or advanced routing lacks is as good as empty. */
    private List<String> optional(String file) throws IOException {
        try {
            byte[] text = Files.readAllBytes(root.ofProcess("net/" + file));
            return new String(text, StandardCharsets.UTF_8).lines().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
