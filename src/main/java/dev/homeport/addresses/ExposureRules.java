package dev.homeport.addresses;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.AddressClass;
import dev.homeport.net.BindScope;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
                .filter(socket -> SensitiveService.of(socket).isPresent())
                .collect(Collectors.groupingBy(
                        socket -> List.of(
                                SensitiveService.of(socket).orElseThrow(),
                                socket.protocol(),
                                socket.port(),
                                socket.holder()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return exposed.values().stream().map(this::sensitive).toList();
    }

    private Finding sensitive(List<ListeningSocket> sockets) {
        ListeningSocket first = sockets.get(0);
        SensitiveService service = SensitiveService.of(first).orElseThrow();
        return new Finding(
                service.findingId(),
                service.severity(),
                first.holder() + ", " + port(first),
                service.article() + " " + service.label() + " (" + first.holder() + ", " + port(first)
                        + ") can be reached from other machines, at " + names(sockets) + ".",
                service.why() + " A firewall may still keep them out.",
                sockets.stream().map(ExposureRules::evidence).toList(),
                closing(first),
                link(first));
    }

    private boolean isOpenToOthers(ListeningSocket socket) {
        return map.answeredBy(socket).stream().anyMatch(ExposureRules::leadsToOthers);
    }

    private static boolean leadsToOthers(LocalAddress address) {
        return address.scope() != BindScope.LOOPBACK && address.kind().leadsToOtherMachines();
    }

    private String names(List<ListeningSocket> sockets) {
        return sockets.stream()
                .flatMap(socket -> map.answeredBy(socket).stream())
                .filter(ExposureRules::leadsToOthers)
                .map(address -> address.address().text())
                .distinct()
                .limit(4)
                .collect(Collectors.joining(", "));
    }

    /** Wildcard listeners on a machine that the internet can address. */
    private List<Finding> openToTheInternet() {
        List<LocalAddress> open = map.addresses().stream()
                .filter(address -> leadsToOthers(address) && address.address().addressClass() == AddressClass.GLOBAL)
                .toList();
        List<ListeningSocket> wild = servers.stream()
                .filter(socket -> socket.bind().address().isUnspecified())
                .filter(socket -> map.answeredBy(socket).stream().anyMatch(open::contains))
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
    private Fix closing(ListeningSocket socket) {
        boolean isPublished = socket.forwarding()
                .map(forwarding -> forwarding.program().equals("docker-proxy"))
                .orElse(false);
        if (isPublished) {
            return Fix.note(
                    "Publish it with -p 127.0.0.1:" + socket.port() + ":… instead of -p " + socket.port() + ":…");
        }
        String bind = "Bind it to 127.0.0.1 where it is configured";
        String protocol = socket.protocol().text();
        return switch (interfaces.osFamily()) {
            case LINUX ->
                new Fix(
                        "sudo iptables -I INPUT 1 ! -i lo -p " + protocol + " --dport " + socket.port() + " -j DROP",
                        bind + "; until then, this keeps other machines out (over IPv6, the same with ip6tables).");
            case WINDOWS ->
                new Fix(
                        "New-NetFirewallRule -DisplayName \"Block " + socket.port() + "\" -Direction Inbound -Protocol "
                                + socket.protocol().name() + " -LocalPort " + socket.port() + " -Action Block",
                        bind + "; until then, this keeps other machines out.");
            default -> Fix.note(bind + ".");
        };
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
