package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.sockets.BindAdvice;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import org.springframework.util.StringUtils;

/** A change of a server's bind address as a remedy, with what it exposes. */
final class BindRemedy {

    private static final String EXPOSED =
            "At that address other machines can reach it too, as far as the firewall lets them.";

    private BindRemedy() {}

    /** So that it listens where the target leads. */
    static Remedy of(ListeningSocket socket, Target target) {
        IpAddress wanted = target.address();
        IpAddress address = wanted == null ? IpAddress.IPV4_LOOPBACK : wanted.connectable();
        return new Remedy(
                List.of(),
                StringUtils.capitalize(new BindAdvice(socket).at(address)) + ", or connect to " + client(socket) + ".",
                address.isLoopback() ? "" : EXPOSED);
    }

    /** Where a client on this machine gets to it. */
    private static String client(ListeningSocket socket) {
        return socket.bind().address().connectable().urlText() + ":" + socket.port();
    }

    /** So that it listens on both loopback addresses. */
    static Remedy both(ListeningSocket socket, Target target) {
        String advice = new BindAdvice(socket).onBothLoopbacks();
        String answering = socket.bind().address().family() == IpFamily.IPV4 ? "127.0.0.1" : "[::1]";
        boolean isWildcard = advice.contains("::") && !advice.contains("::1") || advice.contains("without an address");
        return new Remedy(
                List.of(),
                StringUtils.capitalize(advice) + ", or let the client connect to " + answering + ":" + target.port()
                        + ".",
                isWildcard
                        ? "That is all addresses: other machines can reach it too, as far as the firewall lets them."
                        : "");
    }

    /** So that others reach it too. */
    static Remedy everywhere(ListeningSocket socket) {
        return new Remedy(List.of(), StringUtils.capitalize(new BindAdvice(socket).everywhere()) + ".", EXPOSED);
    }
}
