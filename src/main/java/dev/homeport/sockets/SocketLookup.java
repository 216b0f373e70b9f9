package dev.homeport.sockets;

import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.source.SocketFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which of the sockets on a port gets what arrives at an address, as Linux decides it ({@code inet_lookup_listener},
 * {@code inet6_lookup_listener}, {@code __udp4_lib_lookup}): one that is bound to the very address before a wildcard
 * (DOMAIN R1.29); one that is bound to a device only if the address is that device's (R1.35); for IPv4, an IPv4 socket
 * before an IPv6 one that takes IPv4 too. Between a socket on the device and one on none, the order decides in which
 * they were bound (SO_REUSEPORT) or the device (SO_REUSEADDR): neither does the kernel tell.
 */
public final class SocketLookup {

    private SocketLookup() {}

    /**
     * The kernel's choice.
     *
     * @param sockets of several, each gets a share, or one of them all (R1.38, R1.39); empty when nobody answers
     * @param isOwn whether they are bound to the very address, and not to a wildcard
     * @param isCertain false when what is known of the sockets leaves open who it is, or whether anybody answers
     */
    public record Choice(List<ListeningSocket> sockets, boolean isOwn, boolean isCertain) {

        static final Choice NOBODY = new Choice(List.of(), false, true);

        public Choice {
            sockets = List.copyOf(sockets);
        }
    }

    /** What tells sockets that share connections (SO_REUSEPORT) from those that compete for them. */
    private record Group(
            String rawAddress,
            @Nullable String device,
            @Nullable Boolean v6only) {

        static Group of(ListeningSocket socket) {
            return new Group(socket.rawAddress(), socket.device(), socket.v6only());
        }
    }

    /**
     * @param onPort sockets of one protocol and port
     * @param destination an address of this machine
     * @param device the interface that the kernel takes it to belong to, however the packet travels
     */
    public static Choice choose(List<ListeningSocket> onPort, IpAddress destination, String device) {
        List<ListeningSocket> hearing = matching(
                onPort,
                socket -> socket.role() != SocketRole.BOUND
                        && (socket.device() == null || socket.device().equals(device)));
        IpAddress plain = destination.unmapped().withoutZone();
        List<ListeningSocket> own = matching(
                hearing, socket -> socket.bind().address().withoutZone().equals(plain));
        return own.isEmpty() ? ofWildcards(hearing, plain.family()) : best(own, plain.family(), true);
    }

    /** The choice for an address to which none of {@code sockets} is bound itself. */
    static Choice ofWildcards(List<ListeningSocket> sockets, IpFamily family) {
        List<ListeningSocket> wildcards = matching(
                sockets, socket -> socket.bind().address().isUnspecified() && mayTake(socket.family(), family));
        return best(wildcards, family, false);
    }

    private static boolean mayTake(SocketFamily socket, IpFamily family) {
        return family == IpFamily.IPV6 ? socket.takesIpv6() : socket.takesIpv4() || socket == SocketFamily.UNKNOWN;
    }

    private static Choice best(List<ListeningSocket> sockets, IpFamily family, boolean isOwn) {
        List<ListeningSocket> best = family == IpFamily.IPV4 ? preferringIpv4Sockets(sockets) : sockets;
        boolean isKnown =
                family == IpFamily.IPV6 || best.stream().noneMatch(socket -> socket.family() == SocketFamily.UNKNOWN);
        boolean isOneGroup =
                best.size() <= 1 || best.stream().map(Group::of).distinct().count() == 1;
        return best.isEmpty() ? Choice.NOBODY : new Choice(best, isOwn, isKnown && isOneGroup);
    }

    /** Where UDP sockets share a port by SO_REUSEADDR, one on the device goes before one on none, whatever its family. */
    private static List<ListeningSocket> preferringIpv4Sockets(List<ListeningSocket> sockets) {
        List<ListeningSocket> ipv4 = matching(sockets, SocketLookup::isIpv4Socket);
        boolean isOpen = sockets.stream()
                .anyMatch(socket ->
                        socket.protocol() == Protocol.UDP && socket.device() != null && !isIpv4Socket(socket));
        boolean isSettled = !isOpen || ipv4.stream().anyMatch(socket -> socket.device() != null);
        return ipv4.isEmpty() || !isSettled ? sockets : ipv4;
    }

    private static boolean isIpv4Socket(ListeningSocket socket) {
        return socket.rawAddress().indexOf(':') < 0;
    }

    /** A loop: this is asked for each port at each address, of mostly one socket, where a stream costs more than its work. */
    private static List<ListeningSocket> matching(List<ListeningSocket> sockets, Predicate<ListeningSocket> which) {
        List<ListeningSocket> matching = new ArrayList<>(sockets.size());
        for (ListeningSocket socket : sockets) {
            if (which.test(socket)) {
                matching.add(socket);
            }
        }
        return matching;
    }
}
