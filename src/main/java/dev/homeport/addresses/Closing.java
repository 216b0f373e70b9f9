package dev.homeport.addresses;

import dev.homeport.finding.Fix;
import dev.homeport.platform.OsFamily;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.source.SocketFamily;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps other machines out of a server, on each operating system. */
final class Closing {

    private static final String BIND = "Bind it to 127.0.0.1 where it is configured";
    private static final String MEANWHILE = BIND + "; until then, this keeps other machines out.";

    private Closing() {}

    /** @param sockets all through which the server listens on one port */
    static Fix of(List<ListeningSocket> sockets, OsFamily os) {
        ListeningSocket first = sockets.get(0);
        int port = first.port();
        boolean isPublished = first.forwarding()
                .map(forwarding -> forwarding.program().equals("docker-proxy"))
                .orElse(false);
        if (isPublished) {
            return Fix.note("Publish it with -p 127.0.0.1:" + port + ":… instead of -p " + port + ":…");
        }
        return switch (os) {
            case LINUX -> new Fix(dropping(sockets), MEANWHILE);
            case WINDOWS ->
                new Fix(
                        "New-NetFirewallRule -DisplayName \"Block " + port + "\" -Direction Inbound -Protocol "
                                + first.protocol().name() + " -LocalPort " + port + " -Action Block",
                        MEANWHILE);
            default -> Fix.note(BIND + ".");
        };
    }

    /** For each family that some of the sockets takes, its own command: iptables leaves IPv6 alone. */
    private static String dropping(List<ListeningSocket> sockets) {
        boolean hasIpv4 = sockets.stream().anyMatch(socket -> socket.family() != SocketFamily.IPV6);
        boolean hasIpv6 = sockets.stream().anyMatch(socket -> socket.family().takesIpv6());
        ListeningSocket first = sockets.get(0);
        String rule = " -I INPUT 1 ! -i lo -p " + first.protocol().text() + " --dport " + first.port() + " -j DROP";
        return Stream.of(hasIpv4 ? "sudo iptables" + rule : "", hasIpv6 ? "sudo ip6tables" + rule : "")
                .filter(command -> !command.isEmpty())
                .collect(Collectors.joining(" && "));
    }
}
