package dev.homeport.interfaces;

import dev.homeport.interfaces.source.AddressRow;
import dev.homeport.interfaces.source.InterfaceSource;
import dev.homeport.interfaces.source.InterfaceTable;
import dev.homeport.interfaces.source.LinkRow;
import dev.homeport.interfaces.source.ProcInterfaceSource;
import dev.homeport.interfaces.source.RtnetlinkSource;
import dev.homeport.net.AddressClass;
import dev.homeport.net.BindScope;
import dev.homeport.net.InterfaceKind;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LocalAddresses;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.reading.Collector;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes interfaces of a source's rows: the kind of each, and what each of their addresses is for. */
public final class InterfacesCollector implements Collector<Interfaces> {

    private static final Comparator<Interface> LOOPBACK_FIRST =
            Comparator.comparing((Interface one) -> !one.isLoopback()).thenComparing(Interface::index);

    private final InterfaceSource source;
    private final OsFamily osFamily;
    private final Function<Collection<String>, KernelSettings> settings;
    private final Supplier<NameServers> dns;

    /**
     * @param settings of the kernel, for the interfaces with these names
     * @param dns tells the name servers of the system's resolver
     */
    InterfacesCollector(
            InterfaceSource source,
            OsFamily osFamily,
            Function<Collection<String>, KernelSettings> settings,
            Supplier<NameServers> dns) {
        this.source = source;
        this.osFamily = osFamily;
        this.settings = settings;
        this.dns = dns;
    }

    /**
     * The interfaces of the network namespace that a process of {@code root} is in, another one than this process' own: of
     * its kernel settings nothing can be known from here (DOMAIN R2.53).
     */
    public static InterfacesCollector of(NamespaceRoot root) {
        return new InterfacesCollector(
                new ProcInterfaceSource(root),
                OsFamily.LINUX,
                names -> KernelSettings.NONE,
                () -> ResolverFile.nameServers(root));
    }

    /**
     * The interfaces of the network namespace that the calling thread has entered, with all that the kernel tells.
     *
     * @param proc of this process: its kernel settings are those of whoever reads them
     */
    public static Interfaces inside(NamespaceRoot proc) throws IOException {
        try (RtnetlinkSource source = new RtnetlinkSource()) {
            return new InterfacesCollector(
                            source,
                            OsFamily.LINUX,
                            names -> KernelSettings.read(proc, names),
                            () -> NameServers.of(List.of()))
                    .collect();
        }
    }

    /** One caller after the other: a source keeps what it has read. */
    @Override
    public synchronized Interfaces collect() throws IOException {
        InterfaceTable table = source.read();
        Map<Integer, String> names = table.links().stream()
                .collect(Collectors.toMap(LinkRow::index, LinkRow::name, (first, second) -> first));
        LocalAddresses local = localAddresses(table, names);
        List<Interface> interfaces = table.links().stream()
                .map(link -> of(link, names, table.addresses(), local))
                .sorted(LOOPBACK_FIRST)
                .toList();
        return new Interfaces(
                osFamily,
                table.source(),
                interfaces,
                table.localRoutes(),
                table.routes(),
                table.routes().stream()
                        .flatMap(route -> Gateway.of(route).stream())
                        .distinct()
                        .toList(),
                dns.get(),
                settings.apply(names.values()),
                table.limits());
    }

    private static LocalAddresses localAddresses(InterfaceTable table, Map<Integer, String> names) {
        Map<IpAddress, String> interfaces = new HashMap<>();
        Set<IpFamily> families = EnumSet.noneOf(IpFamily.class);
        table.addresses().forEach(row -> {
            interfaces.put(row.address(), names.getOrDefault(row.index(), ""));
            families.add(row.address().family());
        });
        return new LocalAddresses(interfaces, families);
    }

    private static Interface of(
            LinkRow link, Map<Integer, String> names, List<AddressRow> addresses, LocalAddresses local) {
        InterfaceKind kind = InterfaceKind.of(link.name(), link.driver(), link.isLoopback());
        return new Interface(
                link.index(),
                link.name(),
                kind,
                link.isUp(),
                link.state(),
                link.mtu(),
                link.mac(),
                link.master() == null ? null : names.get(link.master()),
                link.queueing(),
                addresses.stream()
                        .filter(row -> row.index() == link.index())
                        .map(row -> address(row, link.name(), kind, local))
                        .toList());
    }

    private static AssignedAddress address(AddressRow row, String name, InterfaceKind kind, LocalAddresses local) {
        IpAddress address = row.address();
        boolean needsZone = address.family() == IpFamily.IPV6 && address.addressClass() == AddressClass.LINK_LOCAL;
        return new AssignedAddress(
                needsZone ? address.withZone(name) : address,
                row.prefix(),
                row.peer(),
                BindScope.of(address, local),
                AddressPurpose.of(address, kind, row.marks()),
                row.marks());
    }
}
