package dev.homeport.addresses;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.AddressClass;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketRole;
import dev.homeport.sockets.source.SocketFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings about who can reach what: pure rules over the interfaces and the sockets. */
final class ExposureRules {

    private static final int MOST_PORTS = 12;

    private final Interfaces interfaces;
    private final AddressMap map;
    private final List<ListeningSocket> servers;

    private ExposureRules(Interfaces interfaces, AddressMap map, List<ListeningSocket> sockets) {
        this.interfaces = interfaces;
        this.map = map;
        this.servers = sockets.stream()
                .filter(socket -> socket.role() == SocketRole.SERVER)
                .toList();
    }

    /**
     * @param map of the same interfaces and sockets
     * @param isContainer whether the addresses are a container's: what they let in, its host decides
     */
    static List<Finding> findings(
            Interfaces interfaces, AddressMap map, List<ListeningSocket> sockets, boolean isContainer) {
        ExposureRules rules = new ExposureRules(interfaces, map, sockets);
        List<Finding> findings = new ArrayList<>();
        if (!isContainer) {
            findings.addAll(rules.sensitive());
            findings.addAll(rules.openToTheInternet());
        }
        findings.addAll(BindRules.findings(rules.servers, interfaces));
        return findings;
    }

    /** One finding for all sockets through which a program offers the same service on a port. */
    private List<Finding> sensitive() {
        Map<List<Object>, List<ListeningSocket>> exposed = servers.stream()
                .filter(this::isOpenToOthers)
                .filter(socket -> SensitiveServer.of(socket).isPresent())
                .collect(Collectors.groupingBy(
                        socket -> List.of(
                                SensitiveServer.of(socket).orElseThrow().server(),
                                socket.protocol(),
                                socket.port(),
                                socket.holder()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return exposed.values().stream().map(this::sensitive).toList();
    }

    private Finding sensitive(List<ListeningSocket> sockets) {
        ListeningSocket first = sockets.get(0);
        SensitiveServer.Match match = SensitiveServer.of(first).orElseThrow();
        SensitiveServer server = match.server();
        String what = match.isByProgram()
                ? capitalized(server.label()) + " (" + who(first) + ", " + port(first) + ")"
                : whoAtStart(first) + " on " + port(first) + ", where usually " + server.label() + " is,";
        String doubt =
                match.isByProgram() ? "" : "Judged by the number of the port alone; if it is what is usual there: ";
        return new Finding(
                server.findingId(),
                match.severity(),
                first.holder() + ", " + port(first),
                what + " can be reached from other machines, at " + names(sockets) + ".",
                doubt + server.why() + " A firewall may still keep them out.",
                sockets.stream().map(ExposureRules::evidence).toList(),
                closing(sockets),
                link(first));
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Who listens, as a part of a sentence. */
    private static String who(ListeningSocket socket) {
        return socket.owner()
                .primary()
                .map(ProcessDetails::displayName)
                .orElse("a process that is hidden from Homeport");
    }

    /** The same at the start of one. */
    static String whoAtStart(ListeningSocket socket) {
        return socket.owner().primary().isPresent() ? who(socket) : capitalized(who(socket));
    }

    private boolean isOpenToOthers(ListeningSocket socket) {
        return isThroughOthersDevice(socket) && map.openAt(socket).stream().anyMatch(LocalAddress::leadsToOthers);
    }

    private boolean isThroughOthersDevice(ListeningSocket socket) {
        return socket.device() == null
                || interfaces
                        .named(socket.device())
                        .map(interfaces::leadsToOthers)
                        .orElse(true);
    }

    private String names(List<ListeningSocket> sockets) {
        return sockets.stream()
                .flatMap(socket -> map.openAt(socket).stream())
                .filter(LocalAddress::leadsToOthers)
                .map(address -> address.address().text())
                .distinct()
                .limit(4)
                .collect(Collectors.joining(", "));
    }

    /** Wildcard listeners on a machine that the internet can address. */
    private List<Finding> openToTheInternet() {
        List<LocalAddress> open = map.addresses().stream()
                .filter(address -> address.leadsToOthers() && address.address().addressClass() == AddressClass.GLOBAL)
                .toList();
        List<ListeningSocket> wild = servers.stream()
                .filter(socket -> socket.bind().address().isUnspecified())
                .filter(socket -> map.openAt(socket).stream().anyMatch(open::contains))
                .toList();
        if (wild.isEmpty()) {
            return List.of();
        }
        String addresses = open.stream()
                .map(LocalAddress::address)
                .map(IpAddress::text)
                .limit(4)
                .collect(Collectors.joining(", "));
        String ports = wild.stream()
                .map(ExposureRules::port)
                .distinct()
                .limit(MOST_PORTS)
                .collect(Collectors.joining(", "));
        long more = wild.stream().map(ExposureRules::port).distinct().count() - MOST_PORTS;
        return List.of(new Finding(
                "public-wildcard",
                Severity.WARNING,
                "All interfaces, " + addresses,
                "This machine has a public address, and " + ports + (more > 0 ? " and " + more + " more" : "")
                        + (wild.size() == 1 ? " answers" : " answer") + " on it.",
                "A socket bound to all addresses answers on the public one too, also where it is meant for the local network. "
                        + "A firewall may still forbid it.",
                wild.stream().limit(MOST_PORTS).map(ExposureRules::evidence).toList(),
                Fix.note("Bind what is meant for this machine to 127.0.0.1, what is meant for the local network to its "
                        + "address, and let a firewall refuse the rest."),
                "/addresses?scope=all"));
    }

    /** Keeps others out until the program itself is bound to loopback. */
    private Fix closing(List<ListeningSocket> sockets) {
        ListeningSocket first = sockets.get(0);
        boolean isPublished = first.forwarding()
                .map(forwarding -> forwarding.program().equals("docker-proxy"))
                .orElse(false);
        if (isPublished) {
            return Fix.note("Publish it with -p 127.0.0.1:" + first.port() + ":… instead of -p " + first.port() + ":…");
        }
        String bind = "Bind it to 127.0.0.1 where it is configured";
        return switch (interfaces.osFamily()) {
            case LINUX -> new Fix(dropping(sockets), bind + "; until then, this keeps other machines out.");
            case WINDOWS ->
                new Fix(
                        "New-NetFirewallRule -DisplayName \"Block " + first.port() + "\" -Direction Inbound -Protocol "
                                + first.protocol().name() + " -LocalPort " + first.port() + " -Action Block",
                        bind + "; until then, this keeps other machines out.");
            default -> Fix.note(bind + ".");
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

    static String port(ListeningSocket socket) {
        return (socket.protocol() == Protocol.TCP ? "TCP" : "UDP") + " port " + socket.port();
    }

    static Evidence evidence(ListeningSocket socket) {
        String device = socket.device() == null ? "" : " on the device " + socket.device();
        String pid = socket.owner()
                .primary()
                .map(process -> ", pid " + process.pid())
                .orElse("");
        return new Evidence(
                socket.protocol().text() + " " + socket.bind() + device + ", " + socket.holder() + pid,
                "listening sockets");
    }

    static String link(ListeningSocket socket) {
        return "/addresses?port=" + socket.port() + "&open=" + socket.id() + "#" + socket.id();
    }
}
