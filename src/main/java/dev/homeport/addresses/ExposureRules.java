package dev.homeport.addresses;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.AddressClass;
import dev.homeport.net.BindScope;
import dev.homeport.net.FirstFew;
import dev.homeport.net.IpAddress;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/** Findings about who can reach what: pure rules over the interfaces and the sockets. */
final class ExposureRules {

    private static final int MOST_PORTS = 12;
    private static final int MOST_ADDRESSES = 3;

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
        findings.addAll(BindRules.findings(rules.servers, map, interfaces));
        return findings;
    }

    /** A socket that others can reach, and what it serves. */
    private record Exposed(ListeningSocket socket, SensitiveServer.Match match) {}

    /** One finding for all sockets through which a program offers the same service on a port. */
    private List<Finding> sensitive() {
        Map<List<Object>, List<Exposed>> exposed = servers.stream()
                .filter(this::isOpenToOthers)
                .flatMap(socket -> SensitiveServer.of(socket).map(match -> new Exposed(socket, match)).stream())
                .collect(Collectors.groupingBy(
                        one -> List.of(
                                one.match().server(),
                                one.socket().protocol(),
                                one.socket().port(),
                                one.socket().holder()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return exposed.values().stream()
                .map(group -> sensitive(
                        group.get(0).match(),
                        group.stream().map(Exposed::socket).toList()))
                .toList();
    }

    private Finding sensitive(SensitiveServer.Match match, List<ListeningSocket> sockets) {
        ListeningSocket first = sockets.get(0);
        SensitiveServer server = match.server();
        String what = match.isByProgram()
                ? StringUtils.capitalize(server.label()) + " (" + SocketWords.who(first) + ", "
                        + SocketWords.port(first) + ")"
                : SocketWords.whoAtStart(first) + " on " + SocketWords.port(first) + ", where usually " + server.label()
                        + " is,";
        String doubt =
                match.isByProgram() ? "" : "Judged by the number of the port alone, which may be a coincidence. ";
        return new Finding(
                server.findingId(),
                match.severity(),
                SocketWords.subject(first),
                what + " can be reached from other machines, at " + names(sockets) + ".",
                doubt + server.why() + " A firewall may still keep them out.",
                sockets.stream().map(SocketWords::evidence).toList(),
                Closing.of(sockets, interfaces.osFamily()),
                SocketWords.link(first));
    }

    private boolean isOpenToOthers(ListeningSocket socket) {
        return interfaces.letOthersIn(socket.device())
                && map.openAt(socket).stream().anyMatch(LocalAddress::leadsToOthers);
    }

    private String names(List<ListeningSocket> sockets) {
        return sockets.stream()
                .flatMap(socket -> map.openAt(socket).stream())
                .filter(LocalAddress::leadsToOthers)
                .sorted(Comparator.comparing(address -> address.scope() == BindScope.LINK_LOCAL))
                .map(address -> address.address().withoutZone().text())
                .distinct()
                .limit(MOST_ADDRESSES)
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
                .limit(MOST_ADDRESSES)
                .collect(Collectors.joining(", "));
        List<String> ports = wild.stream().map(SocketWords::port).distinct().toList();
        return List.of(new Finding(
                "public-wildcard",
                Severity.WARNING,
                "All interfaces, " + addresses,
                "This machine has a public address, and " + FirstFew.of(ports, MOST_PORTS)
                        + (ports.size() == 1 ? " answers" : " answer") + " on it.",
                "A socket bound to all addresses answers on the public one too, also where it is meant for the local network. "
                        + "A firewall may still forbid it.",
                wild.stream().limit(MOST_PORTS).map(SocketWords::evidence).toList(),
                Fix.note("Bind what is meant for this machine to 127.0.0.1, what is meant for the local network to its "
                        + "address, and let a firewall refuse the rest."),
                "/addresses?scope=all"));
    }
}
