package dev.homeport.localhost;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.net.FirstFew;
import dev.homeport.net.IpAddress;
import dev.homeport.sockets.ListeningSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classic mismatch (DOMAIN R3.6, R3.7): a server has one family, and a program tries the other first and gives up.
 */
final class FamilyRules {

    private static final int MOST_EVIDENCE = 5;

    private FamilyRules() {}

    static List<Finding> findings(Localhost localhost) {
        return Stream.of(ipv4Only(localhost), ipv6Only(localhost))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> ipv4Only(Localhost localhost) {
        return finding(
                localhost,
                port -> port.answersOnIpv4() && !port.answersOnIpv6(),
                "localhost-ipv4-only",
                IpAddress.IPV6_LOOPBACK,
                "127.0.0.1",
                "Let the server listen on both families (host “::”, or 127.0.0.1 and ::1), or let clients say 127.0.0.1.");
    }

    private static Optional<Finding> ipv6Only(Localhost localhost) {
        return finding(
                localhost,
                port -> port.answersOnIpv6() && !port.answersOnIpv4(),
                "localhost-ipv6-only",
                IpAddress.IPV4_LOOPBACK,
                "::1",
                "Start the server with --host 127.0.0.1, or with both families; or let clients say [::1]. A server that is "
                        + "told “localhost” takes the first address that the resolver returns (Vite, Node.js).");
    }

    private static Optional<Finding> finding(
            Localhost localhost,
            Predicate<LoopbackPort> isOneSided,
            String id,
            IpAddress refused,
            String answering,
            String advice) {
        List<LoopbackPort> ports = localhost.ports().stream()
                .filter(isOneSided)
                .filter(port ->
                        Arrays.stream(Client.values()).anyMatch(client -> port.arrival(client) == Arrival.NOT_AT_ALL))
                .toList();
        if (ports.isEmpty()) {
            return Optional.empty();
        }
        List<Client> failing = Arrays.stream(Client.values())
                .filter(client -> ports.get(0).arrival(client) == Arrival.NOT_AT_ALL)
                .toList();
        List<String> names =
                ports.stream().map(port -> "localhost:" + port.port()).toList();
        String who = failing.stream().map(Client::label).collect(Collectors.joining("; "));
        return Optional.of(new Finding(
                        id,
                        failing.stream().anyMatch(Client::isCommon) ? Severity.WARNING : Severity.INFO,
                        FirstFew.of(names, 1),
                        numbers(ports) + " " + (ports.size() == 1 ? "answers" : "answer") + " on " + answering
                                + " alone: some who ask for localhost are refused.",
                        "These try " + refused.text() + " and give up: " + who + ". They report “ECONNREFUSED "
                                + refused.text() + ":" + ports.get(0).port() + "” or “connection refused”.",
                        ports.stream()
                                .limit(MOST_EVIDENCE)
                                .flatMap(FamilyRules::evidence)
                                .toList(),
                        Fix.note(advice),
                        "/localhost#port-" + ports.get(0).port())
                .keepingFrom(names.get(0)));
    }

    private static String numbers(List<LoopbackPort> ports) {
        List<String> all =
                ports.stream().map(port -> Integer.toString(port.port())).toList();
        return (ports.size() == 1 ? "Port " : "Ports ") + FirstFew.of(all, MOST_EVIDENCE);
    }

    private static Stream<Evidence> evidence(LoopbackPort port) {
        return port.sockets().stream()
                .map((ListeningSocket socket) ->
                        new Evidence("tcp " + socket.bind() + ", " + socket.holder(), "listening sockets"));
    }
}
