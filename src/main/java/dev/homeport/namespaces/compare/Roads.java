package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.HostsNames;
import dev.homeport.namespaces.side.Link;
import dev.homeport.namespaces.side.Network;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** By which addresses the one side meets the other, from the addresses and routes of both. */
final class Roads {

    private Roads() {}

    /** The addresses of {@code to} that packets from {@code from} arrive at, the nearest first. */
    static List<Road> between(Side from, Side to) {
        Optional<Network> here = from.network().get();
        Optional<Network> there = to.network().get();
        if (here.isEmpty() || there.isEmpty()) {
            return List.of();
        }
        List<Road> near = new ArrayList<>();
        List<Road> beyond = new ArrayList<>();
        Set<IpFamily> throughIt = here.get().gateways().stream()
                .filter(gateway ->
                        there.get().outward().anyMatch(own -> own.address().equals(gateway)))
                .map(IpAddress::family)
                .collect(Collectors.toSet());
        for (Link link : there.get().ways()) {
            for (Link.Own own : link.addresses()) {
                IpAddress address = own.address().withoutZone();
                Optional<Link> next = neighbour(here.get(), link, address);
                boolean isGateway = here.get().gateways().contains(address);
                if (next.isPresent()) {
                    String how = isGateway
                            ? "the default gateway, next to " + next.get().name()
                            : "next to " + next.get().name();
                    near.add(isGateway ? 0 : near.size(), road(address, how, from));
                } else if (throughIt.contains(address.family()) && address.addressClass() != AddressClass.LINK_LOCAL) {
                    beyond.add(road(address, "through the default gateway, which is " + to.name() + " itself", from));
                }
            }
        }
        near.addAll(beyond);
        return near;
    }

    /**
     * Whether addresses that look near are: one side is the other's default gateway, or both have the same one. Without
     * that, two networks may but have the same range.
     */
    static boolean areLinked(Side one, Side other) {
        Optional<Network> here = one.network().get();
        Optional<Network> there = other.network().get();
        return here.isPresent()
                && there.isPresent()
                && (leads(here.get(), there.get())
                        || leads(there.get(), here.get())
                        || here.get().gateways().stream().anyMatch(there.get().gateways()::contains));
    }

    private static boolean leads(Network from, Network to) {
        return to.outward().anyMatch(own -> from.gateways().contains(own.address()));
    }

    private static Road road(IpAddress address, String how, Side from) {
        List<String> names = from.hosts()
                .get()
                .map(HostsNames::names)
                .map(all -> all.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(address.text()))
                        .map(Map.Entry::getKey)
                        .limit(4)
                        .toList())
                .orElse(List.of());
        return new Road(address, how, names);
    }

    /**
     * The interface of {@code here} on whose network {@code address} is. Two bridges of container engines with the same
     * range are two networks: each engine uses the same ones on every machine.
     */
    private static Optional<Link> neighbour(Network here, Link there, IpAddress address) {
        return here.ways().stream()
                .filter(link ->
                        !(link.kind().isContainerBridge() && there.kind().isContainerBridge()))
                .filter(link -> address.addressClass() != AddressClass.LINK_LOCAL)
                .filter(link -> link.addresses().stream()
                        .anyMatch(own -> !own.address().equals(address) && own.isNextTo(address)))
                .findFirst();
    }
}
