package dev.homeport.addresses;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.Setting;
import dev.homeport.net.BindScope;
import dev.homeport.net.InterfaceKind;
import dev.homeport.net.IpFamily;
import dev.homeport.sockets.ListeningSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a bind address does not tell of who can reach a socket (DOMAIN R1.31 to R1.37, 8). */
final class Caveats {

    private static final Set<String> CONTAINER_FORWARDERS = Set.of("docker-proxy", "rootlessport", "conmon", "pasta");

    private Caveats() {}

    /**
     * @param openAt the addresses at which it answers others
     * @param cells what happens at each address on its port
     */
    static List<Caveat> of(
            ListeningSocket socket,
            List<LocalAddress> openAt,
            List<Cell> cells,
            Interfaces interfaces,
            Enclosure enclosure) {
        boolean isLoopbackOnly = openAt.stream().allMatch(address -> address.scope() == BindScope.LOOPBACK);
        List<Caveat> caveats = new ArrayList<>();
        if (socket.isFull()) {
            caveats.add(new Caveat(
                    "accept-queue-full",
                    false,
                    "Its accept queue is full: new connections are turned away, whoever makes them."));
        }
        if (cells.stream().anyMatch(cell -> !cell.isCertain() && cell.sockets().size() > 1 && cell.isHeldBy(socket))) {
            caveats.add(new Caveat(
                    "order",
                    false,
                    "Other sockets are bound to the same port. Which of them answers depends on the order in which they were "
                            + "bound, which the kernel does not tell."));
        }
        if (!openAt.isEmpty()) {
            caveats.add(isLoopbackOnly ? handedOn() : firewall());
        }
        if (openAt.stream().anyMatch(address -> address.address().isLoopback())
                && !interfaces.settings().exposingLoopback().isEmpty()) {
            caveats.add(routeLocalnet(interfaces.settings().exposingLoopback()));
        }
        if (!isLoopbackOnly && !socket.bind().address().isUnspecified() && socket.device() == null) {
            caveats.add(weakHost(socket));
        }
        socket.forwarding().ifPresent(forwarding -> {
            caveats.add(new Caveat(
                    "forwarder",
                    false,
                    forwarding.program() + " only forwards: the application behind it must answer too."));
            if (CONTAINER_FORWARDERS.contains(forwarding.program())) {
                caveats.add(published());
            }
        });
        if (enclosure.caveat() != null) {
            caveats.add(new Caveat(enclosure.isContainer() ? "container" : "namespace", false, enclosure.caveat()));
        }
        openAt.stream()
                .filter(address -> address.link().kind() == InterfaceKind.VPN)
                .findFirst()
                .ifPresent(address -> caveats.add(vpn(address)));
        if (isOfOneFamily(openAt, IpFamily.IPV6) && !isLoopbackOnly) {
            caveats.add(new Caveat(
                    "ipv6-only", false, "It answers over IPv6 alone: networks without IPv6 do not reach it."));
        }
        return caveats;
    }

    private static boolean isOfOneFamily(List<LocalAddress> addresses, IpFamily family) {
        return !addresses.isEmpty()
                && addresses.stream().allMatch(address -> address.address().family() == family);
    }

    private static Caveat firewall() {
        return new Caveat(
                "firewall",
                false,
                "A firewall may forbid it, here or on the way. Homeport does not read its rules, and a connection from this "
                        + "machine to itself does not prove that they let others in.");
    }

    private static Caveat handedOn() {
        return new Caveat(
                "handed-on",
                true,
                "A reverse proxy, a tunnel (ssh -R, ngrok), a redirection (NAT) or a web page in a browser on this machine can "
                        + "hand on to it what comes from elsewhere.");
    }

    private static Caveat routeLocalnet(List<Setting> settings) {
        String names = settings.stream().map(Setting::name).collect(Collectors.joining(", "));
        return new Caveat(
                "route-localnet",
                true,
                names + " is on: a machine on the same link that means to can reach 127.0.0.0/8 of this one.");
    }

    private static Caveat weakHost(ListeningSocket socket) {
        return new Caveat(
                "weak-host",
                true,
                "An address is no fence: whoever has a route to "
                        + socket.bind().address()
                        + " reaches it through any interface, since the kernel takes packets for all its addresses on each of "
                        + "them.");
    }

    private static Caveat published() {
        return new Caveat(
                "published",
                true,
                "A container engine's published port passes by the rules of ufw and firewalld: it is forwarded before they "
                        + "are asked.");
    }

    private static Caveat vpn(LocalAddress address) {
        return new Caveat(
                "vpn",
                true,
                "Peers of the private network on " + address.interfaceName()
                        + " are on the same network, wherever they are.");
    }
}
