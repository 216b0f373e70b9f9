package dev.homeport.addresses;

import dev.homeport.interfaces.AddressPurpose;
import dev.homeport.interfaces.AssignedAddress;
import dev.homeport.interfaces.Interface;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.source.AddressMark;
import dev.homeport.interfaces.source.Route;
import dev.homeport.net.AddressClass;
import dev.homeport.net.BindScope;
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
import java.util.Set;
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
        Set<AddressMark> marks = own.marks();
        boolean isPassing = marks.contains(AddressMark.TEMPORARY) || marks.contains(AddressMark.DEPRECATED);
        Optional<String> routed = address.zone() != null
                ? Optional.empty()
                : interfaces.localRoute(address).map(Route::interfaceName);
        Interface device = routed.flatMap(interfaces::named).orElse(one);
        if (!found.containsKey(address) || device.equals(one)) {
            String closed = closed(address, marks, one);
            found.put(
                    address,
                    new LocalAddress(
                            address,
                            link(device),
                            own.scope(),
                            own.purpose(),
                            true,
                            isPassing,
                            closed == null,
                            closed == null ? loopbackObstacle() : closed));
        }
    }

    private LocalAddress.Link link(Interface one) {
        return new LocalAddress.Link(one.name(), one.kind(), one.isUp(), interfaces.leadsToOthers(one));
    }

    private void addIfRouted(IpAddress address) {
        boolean isKnown =
                found.keySet().stream().anyMatch(known -> known.withoutZone().equals(address.withoutZone()));
        if (isKnown || address.isUnspecified() || !isUnicast(address)) {
            return;
        }
        routedTo(address).ifPresent(device -> found.put(address, routed(address, device)));
    }

    private LocalAddress routed(IpAddress address, Interface device) {
        boolean isLoopback = address.isLoopback();
        String purpose = isLoopback
                ? AddressPurpose.of(address, device.kind(), Set.of())
                : "No interface has it, but a local route makes it this machine's.";
        BindScope scope = isLoopback ? BindScope.LOOPBACK : BindScope.ADDRESS;
        return new LocalAddress(address, link(device), scope, purpose, false, false, true, loopbackObstacle());
    }

    /** The interface to which a local route leads {@code address}, where one does. */
    private Optional<Interface> routedTo(IpAddress address) {
        if (interfaces.localRoutes() != null) {
            return interfaces
                    .localRoute(address)
                    .filter(route -> route.type() == Route.Type.LOCAL)
                    .map(Route::interfaceName)
                    .flatMap(interfaces::named);
        }
        boolean isAllOurs =
                address.isLoopback() && address.family() == IpFamily.IPV4 && interfaces.osFamily() != OsFamily.MACOS;
        return isAllOurs ? interfaces.loopback() : Optional.empty();
    }

    private static boolean isUnicast(IpAddress address) {
        return address.addressClass() != AddressClass.MULTICAST && address.addressClass() != AddressClass.BROADCAST;
    }

    /** Why nothing that is sent to an address of {@code one} arrives, whoever sends it; null when it does. */
    private @Nullable String closed(IpAddress address, Set<AddressMark> marks, Interface one) {
        Optional<AddressMark> unusable =
                marks.stream().filter(AddressMark::isUnusable).findFirst();
        if (unusable.isPresent()) {
            return "The address is " + unusable.get().meaning() + ".";
        } else if (interfaces.localRoutes() == null) {
            return one.isUp() ? null : "The interface is switched off.";
        }
        // Local routes bear no zones.
        Optional<Route> route = interfaces.localRoute(address.withoutZone());
        return route.filter(known -> known.type() == Route.Type.LOCAL).isPresent()
                ? null
                : "The system has no local route to it"
                        + route.map(other -> ", but this one: " + other.text()).orElse("") + ".";
    }

    /** What this machine sends to itself passes loopback, whatever the address (R1.31, R5.8). */
    private @Nullable String loopbackObstacle() {
        return interfaces.loopback().filter(Interface::isUp).isPresent()
                ? null
                : "Loopback is down, and what this machine sends to itself passes loopback. Other machines may still "
                        + "reach it.";
    }
}
