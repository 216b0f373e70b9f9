package dev.homeport.interfaces;

import dev.homeport.interfaces.source.Route;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalAddresses;
import dev.homeport.platform.Limit;
import dev.homeport.platform.OsFamily;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces of one network namespace, with all that decides what their addresses mean.
 *
 * @param source the name of the source, {@code rtnetlink}
 * @param interfaces by index, loopback first
 * @param localRoutes what the system takes as its own, the table {@code local}; null where the source does not tell
 * @param routes where everything else goes
 * @param dns the name servers of the system's own resolver
 * @param limits what the source cannot tell
 */
public record Interfaces(
        OsFamily osFamily,
        String source,
        List<Interface> interfaces,
        @Nullable List<Route> localRoutes,
        List<Route> routes,
        List<Gateway> gateways,
        NameServers dns,
        KernelSettings settings,
        List<Limit> limits) {

    public Interfaces {
        interfaces = List.copyOf(interfaces);
        localRoutes = localRoutes == null ? null : List.copyOf(localRoutes);
        routes = List.copyOf(routes);
        gateways = List.copyOf(gateways);
        limits = List.copyOf(limits);
    }

    public Optional<Interface> loopback() {
        return interfaces.stream().filter(Interface::isLoopback).findFirst();
    }

    public Optional<Interface> named(String name) {
        return interfaces.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /**
     * The same with all that {@code richer} tells, another reading of the same namespace; these very ones where the two do
     * not agree, since something has changed between them.
     */
    public Interfaces with(Interfaces richer) {
        boolean agree = loopback().map(Interface::isUp).equals(richer.loopback().map(Interface::isUp))
                && localAddresses().equals(richer.localAddresses());
        return agree
                ? new Interfaces(
                        osFamily,
                        richer.source,
                        richer.interfaces,
                        richer.localRoutes,
                        richer.routes,
                        richer.gateways,
                        dns,
                        richer.settings,
                        richer.limits)
                : this;
    }

    /** The addresses of the interfaces. */
    public LocalAddresses localAddresses() {
        Map<IpAddress, String> owners = new HashMap<>();
        interfaces.forEach(
                one -> one.addresses().forEach(own -> owners.put(own.address().withoutZone(), one.name())));
        return new LocalAddresses(
                owners, owners.keySet().stream().map(IpAddress::family).collect(Collectors.toSet()));
    }

    /** Whether other machines are at the other end of {@code one}: by its kind, or since a gateway is there. */
    public boolean leadsToOthers(Interface one) {
        return one.kind().leadsToOtherMachines()
                || gateways.stream().anyMatch(gateway -> one.name().equals(gateway.interfaceName()));
    }

    /**
     * Whether what other machines send can come in to a socket bound to {@code device}, null for one that is bound to none:
     * what they send comes in by the interface that leads to them, whatever its destination (DOMAIN R1.32, R1.35).
     */
    public boolean letOthersIn(@Nullable String device) {
        return device == null || named(device).map(this::leadsToOthers).orElse(true);
    }

    /** Whether {@code address} is one to which everybody on a link is spoken to at once. */
    public boolean isBroadcast(IpAddress address) {
        return localRoute(address)
                .filter(route -> route.type() == Route.Type.BROADCAST)
                .isPresent();
    }

    /**
     * The route that makes 127.0.0.1 this machine's own, the one of all 127.0.0.0/8 as a rule (R5.3); or whatever other
     * route takes its place. Empty when there is none, and where the local table is not known.
     */
    public Optional<Route> loopbackRoute() {
        Optional<Route> narrowest = localRoute(IpAddress.IPV4_LOOPBACK);
        if (narrowest.isEmpty() || narrowest.get().type() != Route.Type.LOCAL || localRoutes == null) {
            return narrowest;
        }
        return localRoutes.stream()
                .filter(route -> route.type() == Route.Type.LOCAL && route.covers(IpAddress.IPV4_LOOPBACK))
                .reduce((widest, next) -> next.prefix() < widest.prefix() ? next : widest);
    }

    /**
     * The route that decides whether the system takes {@code address} as its own: of those of the local table that cover
     * it, the narrowest. Empty when none does; always empty where the local table is not known.
     */
    public Optional<Route> localRoute(IpAddress address) {
        return localRoutes == null
                ? Optional.empty()
                : localRoutes.stream()
                        .filter(route -> route.covers(address))
                        .reduce((best, next) -> next.prefix() > best.prefix() ? next : best);
    }
}
