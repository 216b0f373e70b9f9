package dev.homeport.addresses;

import dev.homeport.interfaces.Gateway;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.net.WebUrl;
import dev.homeport.platform.OsFamily;
import dev.homeport.sockets.BindAdvice;
import dev.homeport.sockets.ListeningSocket;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to type on another computer, or else what to change so that there is something to type. */
final class RemoteAccess {

    private final ListeningSocket socket;
    private final List<LocalAddress> openAt;
    private final boolean isGroup;
    private final @Nullable String nowhere;
    private final Interfaces interfaces;
    private final Enclosure enclosure;

    /** @param nowhere why this machine itself does not reach the socket; null when it does */
    RemoteAccess(
            ListeningSocket socket,
            List<LocalAddress> openAt,
            boolean isGroup,
            @Nullable String nowhere,
            Interfaces interfaces,
            Enclosure enclosure) {
        this.socket = socket;
        this.openAt = openAt;
        this.isGroup = isGroup;
        this.nowhere = nowhere;
        this.interfaces = interfaces;
        this.enclosure = enclosure;
    }

    /** The address that most computers around reach: IPv4 before IPv6, of the interface with the default route. */
    @Nullable
    RemoteUrl url() {
        if (enclosure != Enclosure.NONE || !interfaces.letOthersIn(socket.device())) {
            return null;
        }
        Optional<LocalAddress> best = openAt.stream()
                .filter(RemoteAccess::isForOthers)
                .min(Comparator.comparing(LocalAddress::isPassing)
                        .thenComparing(address -> address.address().family() != IpFamily.IPV4)
                        .thenComparing(address -> !hasDefaultRoute(address)));
        return best.map(address -> url(new Endpoint(address.address(), socket.port())))
                .orElse(null);
    }

    private static boolean isForOthers(LocalAddress address) {
        return address.scope() == BindScope.ADDRESS && address.leadsToOthers();
    }

    private boolean hasDefaultRoute(LocalAddress address) {
        return interfaces.gateways().stream()
                .map(Gateway::interfaceName)
                .anyMatch(name -> address.interfaceName().equals(name));
    }

    private RemoteUrl url(Endpoint endpoint) {
        boolean isTcp = socket.protocol() == Protocol.TCP;
        String url = isTcp && !WebUrl.isUnlikely(endpoint.port())
                ? WebUrl.of(endpoint.address().urlText(), endpoint.port())
                : null;
        return new RemoteUrl(endpoint, url, isTcp && WebUrl.isUsual(endpoint.port()));
    }

    /** Why there is nothing to type, and what to change: sentences. */
    String whyNot() {
        int port = socket.port();
        String address = socket.bind().address().text();
        if (enclosure == Enclosure.CONTAINER) {
            return "This is a container: other computers reach the ports that it publishes, at its host's addresses. The page "
                    + "Compare tells which these are.";
        } else if (enclosure == Enclosure.OWN_CONTAINER) {
            return "This is a container: other computers reach the ports that it publishes, at its host's addresses. "
                    + "Publish this one with docker run -p " + port + ":" + port + bindTo() + ".";
        } else if (enclosure == Enclosure.NAMESPACE) {
            return "This network namespace is not the machine's own: what leads other computers into it, is decided outside.";
        } else if (isGroup) {
            return "Bound to " + address + ", where everybody on a link is spoken to at once: "
                    + (socket.protocol() == Protocol.TCP
                            ? "no connection can be made to it."
                            : "others reach it by sending there, not to this machine.");
        } else if (socket.scope() == BindScope.FOREIGN) {
            return openAt.isEmpty()
                    ? "Bound to " + address + ", which no interface has: nobody can reach it. " + start()
                    : "Bound to " + address
                            + ", which no interface has, but a local route makes it this machine's: who has a "
                            + "route to it can reach it at " + socket.bind().text() + ".";
        } else if (nowhere != null && openAt.stream().allMatch(one -> one.scope() == BindScope.LOOPBACK)) {
            return "Nobody can reach it. " + nowhere;
        } else if (!interfaces.letOthersIn(socket.device())) {
            return "Bound to the device " + socket.device() + ", which leads to no other computer.";
        } else if (socket.scope() == BindScope.LOOPBACK) {
            return "Bound to " + address + ": only this machine. " + start();
        } else if (socket.scope() == BindScope.CONTAINERS) {
            return "Bound to " + address + ": this machine and its containers. " + start();
        } else if (socket.scope() == BindScope.LINK_LOCAL) {
            return "Bound to " + address
                    + ": a link-local address. Another computer on the link can use it with its own "
                    + "interface's name as the zone; browsers cannot. " + start();
        }
        return "This machine has no address on a network that other computers are on.";
    }

    private String bindTo() {
        return socket.scope() == BindScope.LOOPBACK ? ", and " + new BindAdvice(socket).everywhere() : "";
    }

    private String start() {
        String advice = new BindAdvice(socket).everywhere();
        return "To let others in, " + advice + ", and let the firewall pass "
                + socket.protocol().name() + " port " + socket.port() + firewall() + ".";
    }

    private String firewall() {
        return interfaces.osFamily() == OsFamily.LINUX
                ? " (ufw: sudo ufw allow " + socket.port() + "/"
                        + socket.protocol().text() + ")"
                : "";
    }
}
