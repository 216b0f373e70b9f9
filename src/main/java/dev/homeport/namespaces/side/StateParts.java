package dev.homeport.namespaces.side;

import static dev.homeport.namespaces.side.JsonValue.address;
import static dev.homeport.namespaces.side.JsonValue.each;
import static dev.homeport.namespaces.side.JsonValue.micros;
import static dev.homeport.namespaces.side.JsonValue.named;
import static dev.homeport.namespaces.side.JsonValue.text;

import dev.homeport.latency.Speed;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.InterfaceKind;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import dev.homeport.processes.ForwardTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the parts of a state: what the API's GETs of the same names answer. Entries that make no sense are left out. */
final class StateParts {

    private static final int MOST_LISTENERS = 10_000;

    private StateParts() {}

    static Network network(JsonNode part) {
        List<Link> links = each(part.path("interfaces"))
                .flatMap(link -> link(link).stream())
                .toList();
        Integer mtu = each(part.path("interfaces"))
                .filter(link -> link.path("loopback").asBoolean(false)
                        && link.path("mtu").isInt())
                .map(link -> link.path("mtu").asInt())
                .findFirst()
                .orElse(null);
        return new Network(
                links,
                mtu,
                each(part.path("gateways"))
                        .flatMap(hop -> address(hop.path("address")).stream())
                        .toList(),
                part.path("dns").isArray()
                        ? each(part.path("dns"))
                                .flatMap(server -> Stream.ofNullable(text(server)))
                                .toList()
                        : null);
    }

    private static Optional<Link> link(JsonNode link) {
        return Optional.ofNullable(text(link.path("name")))
                .filter(name -> link.path("up").isBoolean())
                .map(name -> new Link(
                        name,
                        link.path("loopback").asBoolean(false)
                                ? InterfaceKind.LOOPBACK
                                : named(InterfaceKind.values(), InterfaceKind::text, link.path("kind"))
                                        .filter(kind -> kind != InterfaceKind.LOOPBACK)
                                        .orElse(InterfaceKind.OTHER),
                        link.path("up").asBoolean(false),
                        each(link.path("addresses"))
                                .flatMap(own -> own(own).stream())
                                .toList()));
    }

    private static Optional<Link.Own> own(JsonNode own) {
        int prefix = own.path("prefix").asInt(-1);
        return address(own.path("address"))
                .filter(address -> prefix >= 0 && prefix <= address.bytes().length * Byte.SIZE)
                .map(address -> new Link.Own(address, prefix));
    }

    static List<Listener> listeners(JsonNode part) {
        return each(part.path("sockets"))
                .filter(socket -> isRole(socket, "server"))
                .flatMap(socket -> listener(socket).stream())
                .limit(MOST_LISTENERS)
                .toList();
    }

    static boolean isRole(JsonNode socket, String role) {
        return socket.path("role").asString("").equals(role);
    }

    private static Optional<Listener> listener(JsonNode socket) {
        Optional<Protocol> protocol = named(Protocol.values(), Protocol::text, socket.path("protocol"));
        Optional<BindScope> scope = named(BindScope.values(), BindScope::text, socket.path("scope"));
        Optional<IpAddress> address = address(socket.path("address"));
        int port = socket.path("port").asInt(0);
        if (protocol.isEmpty() || scope.isEmpty() || address.isEmpty() || port < 1 || port > 0xffff) {
            return Optional.empty();
        }
        return Optional.of(new Listener(
                protocol.get(),
                new Endpoint(address.get(), port),
                scope.get(),
                switch (socket.path("family").asString("")) {
                    case "ipv4", "dual" -> true;
                    case "ipv6" -> false;
                    default -> null;
                },
                text(socket.path("device")),
                text(socket.path("processes").path(0).path("name")),
                socket.path("forwarding").isObject(),
                Optional.ofNullable(text(socket.path("forwarding").path("target")))
                        .map(ForwardTarget::parse)
                        .orElse(null)));
    }

    static HostsNames hosts(JsonNode part) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        each(part.path("entries")).limit(HostsNames.MOST_ENTRIES).forEach(entry -> {
            String address = text(entry.path("address"));
            if (address != null) {
                each(entry.path("names"))
                        .flatMap(name -> Stream.ofNullable(text(name)))
                        .forEach(name -> names.computeIfAbsent(name.toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                                .add(address));
            }
        });
        boolean whole =
                part.path("total").asInt(0) <= Math.min(part.path("entries").size(), HostsNames.MOST_ENTRIES);
        return new HostsNames(Optional.ofNullable(text(part.path("path"))).orElse("hosts"), names, whole);
    }

    static List<Proof> proofs(JsonNode part) {
        return each(part.path("proofs"))
                .filter(proof -> text(proof.path("address")) != null && text(proof.path("answer")) != null)
                .map(proof -> new Proof(
                        String.valueOf(text(proof.path("address"))),
                        String.valueOf(text(proof.path("answer"))),
                        Optional.ofNullable(text(proof.path("observed"))).orElse("")))
                .toList();
    }

    static List<Speed> speeds(JsonNode part) {
        return each(part.path("targets"))
                .flatMap(target -> Stream.ofNullable(text(target.path("id"))).map(id -> speed(id, target)))
                .toList();
    }

    private static Speed speed(String id, JsonNode target) {
        String label = Arrays.stream(ProbeTarget.values())
                .filter(known -> known.id().equals(id))
                .map(ProbeTarget::label)
                .findFirst()
                .orElse(id);
        return new Speed(
                id,
                label,
                text(target.path("status")),
                micros(target.path("p50Micros")),
                target.path("p99IsSlowest").asBoolean(false) ? null : micros(target.path("p99Micros")),
                text(target.path("outcome")),
                text(target.path("reason")));
    }
}
