package dev.homeport.localhost;

import dev.homeport.hosts.JudgedHosts;
import dev.homeport.hosts.resolver.Resolvers;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalhostName;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketLookup;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What {@code localhost} means here: a pure function of the hosts file, the resolver's settings and the sockets.
 *
 * @param views by the kind of program, in the order of {@link Client}
 * @param ports on which something listens, ascending
 */
record Localhost(Hosts hosts, List<ClientView> views, List<LoopbackPort> ports) {

    private static final String BELOW = "app." + LocalhostName.NAME;

    Localhost {
        views = List.copyOf(views);
        ports = List.copyOf(ports);
    }

    static Localhost of(JudgedHosts judged, List<ListeningSocket> listening) {
        Resolvers resolvers = judged.resolvers();
        List<ClientView> views = Arrays.stream(Client.values())
                .map(client -> new ClientView(
                        client, client.addresses(resolvers, LocalhostName.NAME), client.addresses(resolvers, BELOW)))
                .toList();
        boolean ipv6 = judged.hosts().settings().hasIpv6Loopback();
        return new Localhost(
                judged.hosts(),
                views,
                LoopbackPort.servers(listening).entrySet().stream()
                        .map(port -> port(port.getKey(), port.getValue(), views, ipv6))
                        .toList());
    }

    private static LoopbackPort port(int port, List<ListeningSocket> sockets, List<ClientView> views, boolean ipv6) {
        // Nearly all clients try the same two addresses.
        Map<IpAddress, SocketLookup.Choice> choices = new HashMap<>();
        Function<IpAddress, SocketLookup.Choice> at =
                address -> choices.computeIfAbsent(address, any -> LoopbackPort.choice(sockets, any));
        Map<Client, Arrival> arrivals = new EnumMap<>(Client.class);
        views.forEach(view -> arrivals.put(view.client(), arrival(view, at, ipv6)));
        return new LoopbackPort(
                port,
                sockets,
                !at.apply(IpAddress.IPV4_LOOPBACK).sockets().isEmpty(),
                !at.apply(IpAddress.IPV6_LOOPBACK).sockets().isEmpty(),
                arrivals);
    }

    /** Goes through the addresses as the client does. */
    private static Arrival arrival(ClientView view, Function<IpAddress, SocketLookup.Choice> choices, boolean ipv6) {
        if (view.addresses().isEmpty()) {
            return Arrival.NAME_UNKNOWN;
        }
        boolean first = true;
        for (IpAddress address : view.addresses()) {
            if (!address.isLoopback()) {
                return Arrival.ELSEWHERE;
            }
            boolean there = ipv6 || !address.equals(IpAddress.IPV6_LOOPBACK);
            SocketLookup.Choice choice = choices.apply(address);
            if (there && !choice.sockets().isEmpty()) {
                return choice.isCertain() ? first ? Arrival.AT_ONCE : Arrival.AFTER_FALLBACK : Arrival.UNCERTAIN;
            } else if (!view.client().fallsBack()) {
                return Arrival.NOT_AT_ALL;
            }
            first = false;
        }
        return Arrival.NOT_AT_ALL;
    }

    /** Whether an interface of this machine has this address. */
    boolean has(IpAddress address) {
        return hosts.settings().own().interfaceOf(address).isPresent();
    }

    /** The ports on which something listens at 127.0.0.1, or at ::1; none where this machine has not that address. */
    List<Integer> portsAnswering(IpAddress address) {
        return has(address)
                ? ports.stream()
                        .filter(port -> port.answersOn(address.family()))
                        .map(LoopbackPort::port)
                        .toList()
                : List.of();
    }

    ClientView view(Client client) {
        return views.get(client.ordinal());
    }
}
