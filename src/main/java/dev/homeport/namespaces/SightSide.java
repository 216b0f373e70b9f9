package dev.homeport.namespaces;

import dev.homeport.hosts.file.HostsFile;
import dev.homeport.hosts.file.LineKind;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.interfaces.Interface;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.namespaces.side.HostsNames;
import dev.homeport.namespaces.side.Link;
import dev.homeport.namespaces.side.Listener;
import dev.homeport.namespaces.side.Network;
import dev.homeport.processes.Forwarding;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.SocketRole;
import dev.homeport.sockets.source.SocketFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Puts what the rooms know of a network namespace into the words of a comparison. */
final class SightSide {

    private SightSide() {}

    static Network network(Interfaces known) {
        return new Network(
                known.interfaces().stream().map(SightSide::link).toList(),
                known.loopback().map(Interface::mtu).orElse(null),
                known.gateways().stream()
                        .flatMap(gateway -> Stream.ofNullable(gateway.address()))
                        .toList(),
                known.dns().servers());
    }

    private static Link link(Interface one) {
        return new Link(
                one.name(),
                one.kind(),
                one.isUp(),
                one.addresses().stream()
                        .map(own -> new Link.Own(own.address(), own.prefix()))
                        .toList());
    }

    static List<Listener> listeners(ListeningSockets known) {
        return known.sockets().stream()
                .filter(socket -> socket.role() == SocketRole.SERVER)
                .map(SightSide::listener)
                .toList();
    }

    static long clients(ListeningSockets known) {
        return known.sockets().stream()
                .filter(socket -> socket.role() == SocketRole.MAYBE_CLIENT)
                .count();
    }

    private static Listener listener(ListeningSocket socket) {
        boolean unknown = socket.family() == SocketFamily.UNKNOWN;
        return new Listener(
                socket.protocol(),
                socket.bind(),
                socket.reach(),
                unknown ? null : Boolean.valueOf(socket.family().takesIpv4()),
                socket.device(),
                socket.owner().primary().map(process -> process.displayName()).orElse(null),
                socket.forwarding().isPresent(),
                socket.forwarding().map(Forwarding::target).orElse(null));
    }

    static HostsNames names(Hosts hosts) {
        HostsFile file = hosts.file();
        Map<String, List<String>> names = new LinkedHashMap<>();
        file.linesOf(LineKind.ENTRY)
                .limit(HostsNames.MOST_ENTRIES)
                .mapToObj(file::line)
                .forEach(line -> line.names()
                        .forEach(name -> names.computeIfAbsent(name.toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                                .add(String.valueOf(line.address()))));
        return new HostsNames(hosts.path(), names, file.count(LineKind.ENTRY) <= HostsNames.MOST_ENTRIES);
    }
}
