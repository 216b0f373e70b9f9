package dev.homeport.sockets;

import dev.homeport.net.CountText;
import java.util.List;

/** Who listens, and who can reach it, in a sentence: servers alone, by their bind addresses and devices (DOMAIN R1.35). */
final class SocketsSentence {

    private SocketsSentence() {}

    /** {@code 34 sockets listen; 5 are bound so that other machines may reach them.} */
    static String of(ListeningSockets all) {
        List<ListeningSocket> servers = all.sockets().stream()
                .filter(socket -> socket.role() == SocketRole.SERVER)
                .toList();
        long reachable = servers.stream()
                .filter(ListeningSocket::isReachableFromElsewhere)
                .count();
        if (servers.isEmpty()) {
            return "Nothing listens.";
        }
        return (servers.size() == 1 ? "One socket listens; " : CountText.of(servers.size()) + " sockets listen; ")
                + reach(reachable);
    }

    private static String reach(long reachable) {
        if (reachable == 0) {
            return "none is bound so that other machines could reach it.";
        }
        return reachable == 1
                ? "one is bound so that other machines may reach it."
                : CountText.of(reachable) + " are bound so that other machines may reach them.";
    }
}
