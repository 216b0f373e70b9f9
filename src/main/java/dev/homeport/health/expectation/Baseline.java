package dev.homeport.health.expectation;

import dev.homeport.health.names.Names;
import dev.homeport.net.BindScope;
import dev.homeport.net.LocalhostName;
import dev.homeport.net.Protocol;
import dev.homeport.platform.HostileText;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.SocketRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The present state as expectations: a beginning for whoever wants to be told when something else is so. */
final class Baseline {

    private static final String PREFIX = "homeport.expect.";

    /** A machine with more servers than this needs another tool for writing them down. */
    private static final int MOST_PORTS = 200;

    private Baseline() {}

    private record Port(Protocol protocol, int number) {

        String text() {
            return protocol.text() + "/" + number;
        }
    }

    /** Lines of a properties file, in the order of the ports, those of one process together. All are met at this moment. */
    static String of(ListeningSockets all, Names names) {
        Map<Port, List<ListeningSocket>> ports = all.sockets().stream()
                .filter(socket -> socket.role() == SocketRole.SERVER && socket.scope() != BindScope.FOREIGN)
                .collect(Collectors.groupingBy(
                        socket -> new Port(socket.protocol(), socket.port()), LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Port>> named = ports.keySet().stream()
                .limit(MOST_PORTS)
                .collect(Collectors.groupingBy(
                        port -> name(port, ports.get(port)), LinkedHashMap::new, Collectors.toList()));
        Map<String, String> lines = new LinkedHashMap<>();
        named.forEach((name, sharing) -> sharing.forEach(port ->
                lines.put(sharing.size() > 1 ? name + "-" + port.number() : name, expectation(port, ports.get(port)))));
        lines.put(OnlyExpectation.NAME, only(ports));
        names.of(LocalhostName.NAME)
                .filter(answer -> !answer.addresses().isEmpty())
                .ifPresent(answer -> lines.put(LocalhostName.NAME, "name localhost " + answer.text()));
        return lines.entrySet().stream()
                .map(line -> PREFIX + line.getKey() + "=" + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** The process' name, or the service's, as far as the name of a setting may have it. */
    private static String name(Port port, List<ListeningSocket> sockets) {
        String service = sockets.get(0).service();
        String known = process(sockets).orElse(service == null ? "" : service);
        String plain =
                known.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        boolean isTaken = plain.isEmpty() || plain.equals(OnlyExpectation.NAME) || plain.equals(LocalhostName.NAME);
        String name = isTaken ? "port-" + port.number() : plain;
        return port.protocol() == Protocol.UDP ? name + "-udp" : name;
    }

    private static String expectation(Port port, List<ListeningSocket> sockets) {
        BindScope widest = ReachScale.widest(sockets).orElse(BindScope.LOOPBACK);
        String place = port.text() + " " + widest.text();
        return process(sockets).map(name -> place + " process " + name).orElse(place);
    }

    /** The one name that all holders' have; empty when they have several, or it could not stand in a setting. */
    private static Optional<String> process(List<ListeningSocket> sockets) {
        Set<String> holders = sockets.stream()
                .map(socket ->
                        socket.owner().primary().map(ProcessDetails::name).orElse(""))
                .collect(Collectors.toSet());
        return holders.size() == 1
                ? holders.stream().filter(HostileText::isPlainWord).findFirst()
                : Optional.empty();
    }

    private static String only(Map<Port, List<ListeningSocket>> ports) {
        String beyond = ports.entrySet().stream()
                .filter(port -> port.getValue().stream().anyMatch(ReachScale::isBeyondLoopback))
                .map(port -> port.getKey().text())
                .collect(Collectors.joining(","));
        return beyond.isEmpty() ? "none" : beyond;
    }
}
