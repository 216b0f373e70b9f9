package dev.homeport.health.expectation;

import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.PortRange;
import dev.homeport.sockets.SocketRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may listen beyond loopback; nothing else may. Ports for clients, on which UDP does not tell a server from a client
 * (DOMAIN R1.40), do not count.
 */
record OnlyExpectation(String name, List<Allowed> allowed) implements Expectation {

    /** The name of the setting that is one of these: {@code homeport.expect.only}. */
    static final String NAME = "only";

    OnlyExpectation {
        allowed = List.copyOf(allowed);
    }

    /**
     * Ports that may.
     *
     * @param protocol null for both
     */
    record Allowed(@Nullable Protocol protocol, PortRange ports) {

        boolean covers(ListeningSocket socket) {
            return (protocol == null || protocol == socket.protocol()) && ports.contains(socket.port());
        }

        String text() {
            return protocol == null ? ports.text() : protocol.text() + "/" + ports.text();
        }
    }

    @Override
    public String text() {
        return allowed.isEmpty()
                ? "none"
                : String.join(",", allowed.stream().map(Allowed::text).toList());
    }

    @Override
    public ExpectationVerdict judge(Observed observed) {
        return observed.sockets()
                .whyNotFresh()
                .map(reason -> ExpectationVerdict.unread(this, reason))
                .orElseGet(() -> judge(observed.sockets().latest().orElseThrow()));
    }

    private ExpectationVerdict judge(ListeningSockets all) {
        List<ListeningSocket> beyond = all.sockets().stream()
                .filter(socket -> socket.role() == SocketRole.SERVER && ReachScale.isBeyondLoopback(socket))
                .toList();
        List<ListeningSocket> others = beyond.stream()
                .filter(socket -> allowed.stream().noneMatch(ports -> ports.covers(socket)))
                .toList();
        String actual = beyond.isEmpty()
                ? "Nothing listens beyond loopback."
                : "Beyond loopback: " + ReachScale.words(beyond) + ".";
        return others.isEmpty()
                ? ExpectationVerdict.met(this, actual)
                : ExpectationVerdict.unmet(
                        this, actual, List.of("Not expected beyond loopback: " + ReachScale.words(others) + "."));
    }
}
