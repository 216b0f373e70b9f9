package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.Listener;
import dev.homeport.namespaces.side.Network;
import dev.homeport.namespaces.side.Side;
import dev.homeport.namespaces.source.Publication;
import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which ports of the host lead into the container, and what stands behind them there (DOMAIN R2.64, R2.65, R8.1, R8.3,
 * R8.16). Docker's forwarder tells it by its arguments; podman's does not, so there the same number on both sides counts.
 */
final class PublishedPorts {

    private static final String DOCKER_PROXY = "docker-proxy";

    /** Programs that listen on the host for containers, and do not tell which port inside they lead to. */
    private static final Set<String> SILENT =
            Set.of("conmon", "rootlessport", "dockerd", "rootlesskit", "pasta", "slirp4netns");

    private final Side host;
    private final Side container;
    private final Map<Integer, List<Listener>> inside;

    PublishedPorts(Side host, Side container) {
        this.host = host;
        this.container = container;
        this.inside = container.listeners().get().orElse(List.of()).stream()
                .collect(Collectors.groupingBy(listener -> listener.bind().port()));
    }

    List<PublishedPort> of(List<Publication> publications) {
        List<PublishedPort> ports = new ArrayList<>();
        publications.stream().filter(this::isContainers).forEach(told -> ports.add(certain(told)));
        Set<Object> known = ports.stream()
                .map(port -> List.of(port.protocol(), port.outside().port()))
                .collect(Collectors.toSet());
        host.listeners().get().orElse(List.of()).stream()
                .filter(outside -> !known.contains(
                        List.of(outside.protocol(), outside.bind().port())))
                .forEach(outside -> inferred(outside).ifPresent(ports::add));
        ports.sort(
                Comparator.comparingInt((PublishedPort port) -> port.outside().port())
                        .thenComparing(port -> port.outside().address()));
        return ports;
    }

    private boolean isContainers(Publication told) {
        return container.network().get().stream()
                .flatMap(Network::outward)
                .anyMatch(own -> own.address().equals(told.target().address()));
    }

    private PublishedPort certain(Publication told) {
        BindScope scope = host.listeners().get().orElse(List.of()).stream()
                .filter(listener -> listener.protocol() == told.protocol()
                        && listener.bind().equals(told.published()))
                .map(Listener::scope)
                .findFirst()
                .orElse(told.published().address().isUnspecified() ? BindScope.ALL : BindScope.ADDRESS);
        Listener behind = behind(
                        told.protocol(), told.target().port(), told.target().address())
                .orElse(null);
        return new PublishedPort(
                host.id(),
                told.protocol(),
                told.published(),
                scope,
                new PublishedPort.Inside(
                        told.target().address().text(), told.target().port()),
                told.by(),
                true,
                words(behind, told.target().port(), true),
                isMet(behind, told.target().address()));
    }

    /** A forwarder that does not tell where to, or an owner that may not be seen, on a port that the container has too. */
    private Optional<PublishedPort> inferred(Listener outside) {
        boolean mayForward = outside.process() == null || SILENT.contains(outside.process());
        int port = outside.bind().port();
        Optional<Listener> behind = mayForward ? behind(outside.protocol(), port, null) : Optional.empty();
        return behind.map(inside -> new PublishedPort(
                host.id(),
                outside.protocol(),
                outside.bind(),
                outside.scope(),
                new PublishedPort.Inside(null, port),
                outside.process(),
                false,
                words(inside, port, false),
                isMet(inside, null)));
    }

    /** Of several on one port, one that takes what arrives at {@code address}; null where that is not known. */
    private Optional<Listener> behind(Protocol protocol, int port, @Nullable IpAddress address) {
        return inside.getOrDefault(port, List.of()).stream()
                .filter(listener -> listener.protocol() == protocol)
                .min(Comparator.comparing((Listener listener) -> !isMet(listener, address)));
    }

    private static boolean isMet(@Nullable Listener listener, @Nullable IpAddress address) {
        if (listener == null || listener.scope() == BindScope.LOOPBACK || listener.scope() == BindScope.FOREIGN) {
            return false;
        }
        IpAddress bind = listener.bind().address();
        return address == null || bind.isUnspecified() && listener.takes(address.family()) || bind.equals(address);
    }

    private String words(@Nullable Listener behind, int port, boolean accepts) {
        if (container.listeners().value() == null) {
            return "What listens in the container is not known.";
        }
        String effect = accepts
                ? "who connects to the host’s 127.0.0.1 is accepted by " + DOCKER_PROXY
                        + " and then gets an empty reply; at other addresses the connection is refused"
                : "who connects is refused, or accepted and left with an empty reply, as the engine forwards";
        if (behind == null) {
            return "Nothing listens on port " + port + " in the container: " + effect + ".";
        }
        Endpoint bind = behind.bind();
        String who = behind.process() == null ? "The application" : behind.process();
        return isMet(behind, null)
                ? who + " listens there on " + bind.text() + ", which takes what arrives."
                : who + " listens there on " + bind.text()
                        + " alone, and what is published arrives at the container’s own address: " + effect
                        + ". Let it listen on 0.0.0.0 in the container.";
    }
}
