package dev.homeport.localhost;

import dev.homeport.net.FirstFew;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.LoopbackInterface;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketLookup;
import dev.homeport.sockets.SocketRole;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A TCP port on which something listens, and how those fare who connect to it by name.
 *
 * @param sockets all that listen on it
 * @param answersOnIpv4 whether one of these takes connections to 127.0.0.1, {@code answersOnIpv6} to ::1
 * @param arrivals by the kind of program
 */
record LoopbackPort(
        int port,
        List<ListeningSocket> sockets,
        boolean answersOnIpv4,
        boolean answersOnIpv6,
        Map<Client, Arrival> arrivals) {

    LoopbackPort {
        sockets = List.copyOf(sockets);
        arrivals = Map.copyOf(arrivals);
    }

    /** The TCP servers among these, by port, ascending. */
    static SortedMap<Integer, List<ListeningSocket>> servers(List<ListeningSocket> listening) {
        return listening.stream()
                .filter(socket -> socket.protocol() == Protocol.TCP && socket.role() == SocketRole.SERVER)
                .collect(Collectors.groupingBy(ListeningSocket::port, TreeMap::new, Collectors.toList()));
    }

    /** Whether somebody who asks for localhost comes to nothing there. */
    public boolean refusesSome() {
        return arrivals.values().stream().anyMatch(Arrival::fails);
    }

    public Arrival arrival(Client client) {
        return arrivals.get(client);
    }

    /** The name registered for the port. */
    public @Nullable String service() {
        return sockets.get(0).service();
    }

    /** Where they wait: what a reader is told when that is neither 127.0.0.1 nor ::1, {@code 127.0.1.1}. */
    public String boundTo() {
        return FirstFew.of(
                sockets.stream()
                        .map(socket -> socket.bind().address().text())
                        .distinct()
                        .toList(),
                2);
    }

    /** Whether one of these takes connections to 127.0.0.1, or to ::1. */
    boolean answersOn(IpFamily family) {
        return family == IpFamily.IPV4 ? answersOnIpv4 : answersOnIpv6;
    }

    /** Whether one of these takes connections to a loopback address. */
    static boolean answers(List<ListeningSocket> onPort, IpAddress address) {
        return !choice(onPort, address).sockets().isEmpty();
    }

    static SocketLookup.Choice choice(List<ListeningSocket> onPort, IpAddress address) {
        return SocketLookup.choose(onPort, address, LoopbackInterface.NAME);
    }
}
