package dev.homeport.health.expectation;

import dev.homeport.net.BindScope;
import dev.homeport.net.FirstFew;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.Owner;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How far sockets can be reached, as a line from nobody to everybody, and what is said of them. */
final class ReachScale {

    /** From the narrowest to the widest. */
    private static final List<BindScope> LINE = List.of(
            BindScope.FOREIGN,
            BindScope.LOOPBACK,
            BindScope.CONTAINERS,
            BindScope.LINK_LOCAL,
            BindScope.ADDRESS,
            BindScope.ALL);

    private static final int MOST_NAMED = 5;

    private ReachScale() {}

    /** The widest of them; empty when there is none. */
    static Optional<BindScope> widest(Collection<ListeningSocket> sockets) {
        return sockets.stream().map(ListeningSocket::reach).max(Comparator.comparingInt(LINE::indexOf));
    }

    static boolean isWider(BindScope one, BindScope other) {
        return LINE.indexOf(one) > LINE.indexOf(other);
    }

    /** Whether anybody but this machine itself can reach it. */
    static boolean isBeyondLoopback(ListeningSocket socket) {
        return isWider(socket.reach(), BindScope.LOOPBACK);
    }

    /** {@code tcp [::]:443 by nginx (all interfaces)}. */
    static String words(ListeningSocket socket) {
        boolean isHidden = socket.owner().visibility() == Owner.Visibility.HIDDEN;
        String who = (isHidden ? ", " : " by ") + socket.holder();
        return socket.protocol().text() + " " + socket.bind() + who + " ("
                + socket.reach().label() + families(socket) + ")";
    }

    /** What {@code [::]} does not tell by itself. */
    private static String families(ListeningSocket socket) {
        IpAddress bound = socket.bind().address();
        if (bound.family() == IpFamily.IPV4 || !bound.isUnspecified()) {
            return "";
        }
        return switch (socket.family()) {
            case DUAL -> ", IPv4 too";
            case UNKNOWN -> ", perhaps IPv4 too";
            case IPV4, IPV6 -> ", IPv6 alone";
        };
    }

    /** Several of them, the first few by name. */
    static String words(List<ListeningSocket> sockets) {
        return FirstFew.of(sockets.stream().map(ReachScale::words).toList(), MOST_NAMED);
    }
}
