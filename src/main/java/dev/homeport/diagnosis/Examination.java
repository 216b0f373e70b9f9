package dev.homeport.diagnosis;

import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.source.Route;
import dev.homeport.localhost.Client;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalAddresses;
import dev.homeport.net.PortNames;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.SocketLookup;
import dev.homeport.sockets.SocketRole;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question, and what the situation has to do with it: worked out once, for all rules. Pure. */
final class Examination {

    private static final String LOOPBACK = "lo";
    private static final PortNames PORT_NAMES = PortNames.iana();

    private final Question question;
    private final Situation situation;
    private final List<ListeningSocket> all;
    private final Map<Client, List<IpAddress>> meanings = new EnumMap<>(Client.class);
    private final Map<IpAddress, Destination> destinations = new LinkedHashMap<>();

    Examination(Question question, Situation situation) {
        this.question = question;
        this.situation = situation;
        this.all = situation.sockets().latest().map(ListeningSockets::sockets).orElse(List.of());
        Arrays.stream(Client.values()).forEach(client -> meanings.put(client, meaning(client)));
        meanings.values().stream()
                .flatMap(List::stream)
                .forEach(address -> destinations.computeIfAbsent(address, this::destination));
    }

    Question question() {
        return question;
    }

    Target target() {
        return question.target();
    }

    Situation situation() {
        return situation;
    }

    private List<IpAddress> meaning(Client client) {
        IpAddress literal = target().address();
        if (literal != null) {
            return List.of(loopbackOf(literal.unmapped()));
        }
        String name = String.valueOf(target().name());
        return situation
                .hosts()
                .map(judged -> client.addresses(judged.resolvers(), name))
                .orElse(List.of());
    }

    /** Who connects to 0.0.0.0 or [::] gets to loopback (DOMAIN R1.5). */
    private static IpAddress loopbackOf(IpAddress address) {
        return address.isUnspecified() ? IpAddress.loopback(address.family()) : address;
    }

    private Destination destination(IpAddress address) {
        Optional<String> device = device(address);
        return new Destination(
                address,
                address.isLoopback() || device.isPresent(),
                device.isPresent(),
                SocketLookup.choose(onPort(), address, device.orElse(LOOPBACK)),
                situation.attempts().get(address));
    }

    /** The interface whose address it is; empty when it is no address of this machine now. */
    private Optional<String> device(IpAddress address) {
        Optional<Interfaces> known = situation.interfaces().latest();
        if (known.isEmpty()) {
            return address.isLoopback() ? Optional.of(LOOPBACK) : Optional.empty();
        }
        LocalAddresses own = known.get().localAddresses();
        return own.interfaceOf(address)
                .or(() -> known.get()
                        .localRoute(address.withoutZone())
                        .filter(route -> route.type() == Route.Type.LOCAL)
                        .map(route -> String.valueOf(route.interfaceName())));
    }

    /** The addresses that the target means to {@code client}, in the order in which it tries them. */
    List<Destination> meant(Client client) {
        return meanings.get(client).stream().map(destinations::get).toList();
    }

    /** All that it means to anybody. */
    List<Destination> destinations() {
        return List.copyOf(destinations.values());
    }

    /** The destination at {@code address}, whoever means it. */
    Destination at(IpAddress address) {
        Destination known = destinations.get(address);
        return known == null ? destination(address) : known;
    }

    /** What waits on the port, by the protocol that was asked for. */
    List<ListeningSocket> onPort() {
        return on(target().protocol()).stream()
                .filter(socket -> socket.role() != SocketRole.BOUND)
                .toList();
    }

    /** All sockets on the port, those included that hold it without listening. */
    List<ListeningSocket> on(Protocol protocol) {
        return all.stream()
                .filter(socket -> socket.protocol() == protocol && socket.port() == target().port())
                .toList();
    }

    /** All sockets of this network namespace. */
    List<ListeningSocket> all() {
        return all;
    }

    /** The service that the port is registered for. */
    Optional<String> service() {
        return PORT_NAMES.nameOf(target().protocol(), target().port());
    }

    Optional<LoopbackState> loopback() {
        return situation.loopback().latest();
    }
}
