package dev.homeport.diagnosis.examination;

import dev.homeport.diagnosis.firewall.Obstacle;
import dev.homeport.diagnosis.question.Question;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.diagnosis.situation.Meanings;
import dev.homeport.diagnosis.situation.Situation;
import dev.homeport.diagnosis.situation.Trial;
import dev.homeport.health.loopback.LoopbackState;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.source.Route;
import dev.homeport.latency.counters.Counter;
import dev.homeport.localhost.Client;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalAddresses;
import dev.homeport.net.LoopbackInterface;
import dev.homeport.net.PortNames;
import dev.homeport.net.Protocol;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.SocketLookup;
import dev.homeport.sockets.SocketRole;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question, and what the situation has to do with it: worked out once, for all rules. Pure. */
public final class Examination {

    private static final PortNames PORT_NAMES = PortNames.iana();

    private final Question question;
    private final Situation situation;
    private final List<ListeningSocket> all;
    private final Meanings meanings;
    private final Map<IpAddress, Destination> destinations = new LinkedHashMap<>();
    private final Map<IpAddress, List<Obstacle>> obstacles = new HashMap<>();

    public Examination(Question question, Situation situation) {
        this.question = question;
        this.situation = situation;
        this.all = situation.sockets().latest().map(ListeningSockets::sockets).orElse(List.of());
        this.meanings = Meanings.of(question.target(), situation.hosts());
        meanings.all().forEach(address -> destinations.computeIfAbsent(address, this::destination));
    }

    public Question question() {
        return question;
    }

    public Target target() {
        return question.target();
    }

    public Situation situation() {
        return situation;
    }

    private Destination destination(IpAddress address) {
        Optional<String> device = device(address);
        Trial trial = situation.trial(address).orElse(null);
        return new Destination(
                address,
                // What is no address of this machine's at the moment of trying is not tried.
                address.isLoopback() || device.isPresent() || trial != null,
                device.isPresent(),
                SocketLookup.choose(onPort(), address, device.orElse(LoopbackInterface.NAME)),
                trial);
    }

    /** The interface whose address it is; empty when it is no address of this machine now. */
    private Optional<String> device(IpAddress address) {
        Optional<Interfaces> known = situation.interfaces().latest();
        if (known.isEmpty()) {
            return address.isLoopback() ? Optional.of(LoopbackInterface.NAME) : Optional.empty();
        }
        LocalAddresses own = known.get().localAddresses();
        return own.interfaceOf(address)
                .or(() -> known.get()
                        .localRoute(address.withoutZone())
                        .filter(route -> route.type() == Route.Type.LOCAL)
                        .map(route -> String.valueOf(route.interfaceName())));
    }

    /** The addresses that the target means to {@code client}, in the order in which it tries them. */
    public List<Destination> meant(Client client) {
        return meanings.of(client).stream().map(destinations::get).toList();
    }

    /** All that it means to anybody. */
    public List<Destination> destinations() {
        return List.copyOf(destinations.values());
    }

    /** The destination at {@code address}, whoever means it. */
    public Destination at(IpAddress address) {
        Destination known = destinations.get(address);
        return known == null ? destination(address) : known;
    }

    /** What waits on the port, by the protocol that was asked for. */
    public List<ListeningSocket> onPort() {
        return on(target().protocol()).stream()
                .filter(socket -> socket.role() != SocketRole.BOUND)
                .toList();
    }

    /** All sockets on the port, those included that hold it without listening. */
    public List<ListeningSocket> on(Protocol protocol) {
        return all.stream()
                .filter(socket -> socket.protocol() == protocol && socket.port() == target().port())
                .toList();
    }

    /** All sockets of this network namespace. */
    public List<ListeningSocket> all() {
        return all;
    }

    /** What stands in the way there, as far as rules are known: the same for all rules that ask, and not cheap. */
    public List<Obstacle> obstacles(IpAddress address) {
        return obstacles.computeIfAbsent(
                address,
                at -> Optional.ofNullable(situation.trials())
                        .map(trials -> trials.firewall().obstacles(new Endpoint(at, target().port())))
                        .orElse(List.of()));
    }

    /** How many connections found an accept queue full, while something was tried; others’ among them (R7.2). */
    public long overflows() {
        return Optional.ofNullable(situation.trials())
                .map(trials -> trials.rises().getOrDefault(Counter.LISTEN_OVERFLOWS, 0L))
                .orElse(0L);
    }

    /** Of the system that it is about. */
    public Commands commands() {
        return new Commands(situation.os());
    }

    /** The service that the port is registered for. */
    public Optional<String> service() {
        return PORT_NAMES.nameOf(target().protocol(), target().port());
    }

    public Optional<LoopbackState> loopback() {
        return situation.loopback().latest();
    }
}
