package dev.homeport.addresses;

import dev.homeport.interfaces.AssignedAddress;
import dev.homeport.interfaces.Interface;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.source.AddressMark;
import dev.homeport.interfaces.source.Route;
import dev.homeport.net.AddressClass;
import dev.homeport.net.BindScope;
import dev.homeport.net.InterfaceKind;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.platform.OsFamily;
import dev.homeport.sockets.ListeningSocket;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The addresses at which this machine answers: those of its interfaces, and those that some socket is bound to and that
 * a local route makes its own, as 127.0.0.2 on Linux (DOMAIN R1.3).
 */
final class LocalAddressList {

    /** Loopback first, then by interface; IPv4 before IPv6, link-local last. */
    private static final Comparator<LocalAddress> ORDER = Comparator.comparing(
                    (LocalAddress one) -> one.scope() != BindScope.LOOPBACK)
            .thenComparing(LocalAddress::interfaceName)
            .thenComparing(one -> one.scope() == BindScope.LINK_LOCAL)
            .thenComparing(LocalAddress::isPassing)
            .thenComparing(LocalAddress::address);

    private final Interfaces interfaces;
    private final Map<IpAddress, LocalAddress> found = new LinkedHashMap<>();

    private LocalAddressList(Interfaces interfaces) {
        this.interfaces = interfaces;
    }

    static List<LocalAddress> of(Interfaces interfaces, Collection<ListeningSocket> sockets) {
        LocalAddressList list = new LocalAddressList(interfaces);
        interfaces.interfaces().forEach(one -> one.addresses().forEach(address -> list.add(one, address)));
        sockets.stream().map(socket -> socket.bind().address()).distinct().forEach(list::addIfRouted);
        return list.found.values().stream().sorted(ORDER).toList();
    }

    /** Of an address that several interfaces have, the local route tells whose it is. */
    private void add(Interface one, AssignedAddress own) {
        IpAddress address = own.address();
        boolean isPassing =
                own.marks().contains(AddressMark.TEMPORARY) || own.marks().contains(AddressMark.DEPRECATED);
        Optional<Route> route = zoned(address) ? Optional.empty() : interfaces.localRoute(address);
        String device = route.map(Route::interfaceName).orElse(one.name());
        if (!found.containsKey(address) || device.equals(one.name())) {
            found.put(
                    address,
                    new LocalAddress(
                            address,
                            device,
                            one.kind(),
                            own.scope(),
                            own.purpose(),
                            true,
                            isPassing,
                            obstacle(address, own, one)));
        }
    }

    private void addIfRouted(IpAddress address) {
        boolean isKnown =
                found.keySet().stream().anyMatch(known -> known.withoutZone().equals(address.withoutZone()));
        if (isKnown || address.isUnspecified() || !isUnicast(address)) {
            return;
        }
        routedTo(address)
                .ifPresent(device -> found.put(
                        address,
                        new LocalAddress(
                                address,
                                device,
                                InterfaceKind.LOOPBACK,
                                address.isLoopback() ? BindScope.LOOPBACK : BindScope.ADDRESS,
                                address.isLoopback()
                                        ? "Loopback too, as all of 127.0.0.0/8, but another address than 127.0.0.1."
                                        : "No interface has it, but a local route makes it this machine's.",
                                false,
                                false,
                                obstacle(address, null, null))));
    }

    /** The interface to which a local route leads {@code address}, where one does. */
    private Optional<String> routedTo(IpAddress address) {
        if (interfaces.localRoutes() != null) {
            return interfaces
                    .localRoute(address)
                    .filter(route -> route.type() == Route.Type.LOCAL)
                    .map(Route::interfaceName);
        }
        boolean isAllOurs =
                address.isLoopback() && address.family() == IpFamily.IPV4 && interfaces.osFamily() != OsFamily.MACOS;
        return isAllOurs ? interfaces.loopback().map(Interface::name) : Optional.empty();
    }

    private static boolean isUnicast(IpAddress address) {
        return address.addressClass() != AddressClass.MULTICAST && address.addressClass() != AddressClass.BROADCAST;
    }

    /** What this machine sends to itself passes loopback, whatever the address (R1.31, R5.8). */
    private @Nullable String obstacle(IpAddress address, @Nullable AssignedAddress own, @Nullable Interface one) {
        Optional<AddressMark> unusable = own == null
                ? Optional.empty()
                : own.marks().stream().filter(AddressMark::isUnusable).findFirst();
        if (unusable.isPresent()) {
            return "The address is " + unusable.get().meaning() + ".";
        }
        Optional<Interface> loopback = interfaces.loopback();
        if (loopback.isEmpty() || !loopback.get().isUp()) {
            return "Loopback is down, and what this machine sends to itself passes loopback. Other machines may still "
                    + "reach it.";
        }
        if (interfaces.localRoutes() == null) {
            return one != null && !one.isUp() ? "The interface is switched off." : null;
        }
        boolean isRouted = localRouteOf(address)
                .filter(route -> route.type() == Route.Type.LOCAL)
                .isPresent();
        return isRouted ? null : "The system has no local route to it" + otherRoute(address) + ".";
    }

    private String otherRoute(IpAddress address) {
        return localRouteOf(address)
                .map(route -> ", but this one: " + route.text())
                .orElse("");
    }

    /** Local routes bear no zones. */
    private Optional<Route> localRouteOf(IpAddress address) {
        return interfaces.localRoute(address.withoutZone());
    }

    private static boolean zoned(IpAddress address) {
        return address.zone() != null;
    }
}
