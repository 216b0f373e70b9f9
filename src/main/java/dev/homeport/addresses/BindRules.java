package dev.homeport.addresses;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.interfaces.Interface;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.BindScope;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import java.util.stream.Stream;

/** Findings about binds that do not do what they seem to. */
final class BindRules {

    private BindRules() {}

    static List<Finding> findings(List<ListeningSocket> servers, AddressMap map, Interfaces interfaces) {
        Stream<Finding> foreign = servers.stream()
                .filter(socket -> socket.scope() == BindScope.FOREIGN)
                .filter(socket -> map.addresses().stream()
                        .noneMatch(address ->
                                address.address().equals(socket.bind().address())))
                .map(BindRules::foreign);
        Stream<Finding> device = servers.stream()
                .filter(socket ->
                        socket.device() != null && socket.bind().address().isUnspecified())
                .map(socket -> device(socket, isLoopback(socket.device(), interfaces)));
        return Stream.concat(foreign, device).toList();
    }

    private static boolean isLoopback(String device, Interfaces interfaces) {
        return interfaces.loopback().map(Interface::name).filter(device::equals).isPresent();
    }

    /** DOMAIN R1.36. */
    private static Finding foreign(ListeningSocket socket) {
        return new Finding(
                "foreign-bind",
                Severity.WARNING,
                SocketWords.subject(socket),
                SocketWords.whoAtStart(socket) + " listens on " + socket.bind().text()
                        + ", an address that no interface of this machine has.",
                "Nobody reaches it, this machine included, until an interface gets the address. It may be mistyped, or have "
                        + "gone; load balancers wait like this for a floating address.",
                List.of(SocketWords.evidence(socket)),
                Fix.note("Bind it to an address that this machine has, or to 127.0.0.1."),
                SocketWords.link(socket));
    }

    /** R1.35. */
    private static Finding device(ListeningSocket socket, boolean isLoopback) {
        String device = String.valueOf(socket.device());
        return new Finding(
                "device-bound",
                Severity.INFO,
                SocketWords.subject(socket),
                SocketWords.whoAtStart(socket) + " listens on all addresses on " + SocketWords.port(socket)
                        + ", but only through the device " + device + ".",
                isLoopback
                        ? "It looks as if other machines could reach it, but they cannot; nor does it answer at this machine's "
                                + "other addresses."
                        : "127.0.0.1 and ::1 do not lead to it, though it looks as if they did; the addresses of "
                                + device + " do.",
                List.of(SocketWords.evidence(socket)),
                Fix.note("Nothing is wrong if that is meant: SO_BINDTODEVICE says so on purpose. It is not seen in "
                        + "/proc/net or netstat; ss shows it as "
                        + socket.bind().address() + "%" + device + "."),
                SocketWords.link(socket));
    }
}
