package dev.homeport.namespaces.side;

import dev.homeport.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces of a side.
 *
 * @param loopbackMtu null when it is not known
 * @param gateways where it sends what is for nobody near
 * @param dns its name servers; null when they are not known
 */
public record Network(
        List<Link> links,
        @Nullable Integer loopbackMtu,
        List<IpAddress> gateways,
        @Nullable List<String> dns) {

    public Network {
        links = List.copyOf(links);
        gateways = List.copyOf(gateways);
        dns = dns == null ? null : List.copyOf(dns);
    }

    public Optional<Link> loopback() {
        return links.stream().filter(Link::isLoopback).findFirst();
    }

    /** Whether loopback has {@code address}. */
    public boolean loopbackHas(IpAddress address) {
        return loopback().stream()
                .flatMap(link -> link.addresses().stream())
                .anyMatch(own -> own.address().equals(address));
    }

    /** The interfaces that lead out of it and are on. */
    public List<Link> ways() {
        return links.stream().filter(link -> link.isUp() && !link.isLoopback()).toList();
    }

    /** All addresses by which others may reach it. */
    public Stream<Link.Own> outward() {
        return ways().stream().flatMap(link -> link.addresses().stream());
    }
}
