package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.Listener;
import dev.homeport.namespaces.side.Network;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.BindScope;
import dev.homeport.net.IpAddress;
import dev.homeport.processes.ForwardTarget.NameOfContainer;
import dev.homeport.processes.Publication;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which ports of the host lead into the container, and what stands behind them there (DOMAIN R2.64, R2.65, R8.1, R8.3,
 * R8.16). Docker's forwarder tells all of it by its arguments, podman's which container it is; where neither is told, the
 * same number on both sides counts.
 */
final class PublishedPorts {

    private static final String DOCKERS = "docker-proxy";

    private static final String SAME_NUMBER =
            "Inferred: the same number listens on both sides, and the forwarder does not tell.";
    private static final String SAME_NUMBER_THERE =
            "The forwarder tells the container and not the port; inferred, since the same number listens there.";
    private static final String ONLY_PORT =
            "The forwarder tells the container and not the port; inferred, since nothing else listens there.";
    private static final String NO_PORT =
            "The forwarder tells the container and not the port, and several could be meant, or none.";

    private final Side host;
    private final Side container;
    private final Backend backend;

    PublishedPorts(Side host, Side container) {
        this.host = host;
        this.container = container;
        this.backend = new Backend(container);
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
        IpAddress address = told.target().address();
        int port = told.target().port();
        Listener behind = backend.on(told.protocol(), port, address).orElse(null);
        return new PublishedPort(
                host.id(),
                told.protocol(),
                told.published(),
                scope,
                new PublishedPort.Inside(address.text(), port),
                told.by(),
                true,
                null,
                backend.words(behind, port, told.by()),
                container.listeners().get().isEmpty() ? null : Boolean.valueOf(Backend.isMet(behind, address)));
    }

    /** A forwarder that does not tell where to, or an owner that may not be seen. */
    private Optional<PublishedPort> inferred(Listener outside) {
        String by = outside.process();
        if (by != null && (!outside.isForwarded() || by.equals(DOCKERS))) {
            return Optional.empty();
        }
        int number = outside.bind().port();
        boolean isSameThere = backend.on(outside.protocol(), number, null).isPresent();
        if (!(outside.forwards() instanceof NameOfContainer told)) {
            return isSameThere ? Optional.of(inferred(outside, number, false, SAME_NUMBER)) : Optional.empty();
        } else if (!isNamedBy(told)) {
            return Optional.empty();
        } else if (isSameThere) {
            return Optional.of(inferred(outside, number, true, SAME_NUMBER_THERE));
        }
        Integer only = backend.onlyPort(outside.protocol());
        return Optional.of(inferred(outside, only, true, only == null ? NO_PORT : ONLY_PORT));
    }

    /** By whichever of the two it is known on the other side: in a container, its name is not told. */
    private boolean isNamedBy(NameOfContainer told) {
        String label = container.place().container();
        String which = label == null ? "" : label.substring(label.lastIndexOf(' ') + 1);
        return which.equals(told.name()) || which.equals(told.id());
    }

    private PublishedPort inferred(
            Listener outside, @Nullable Integer port, boolean isContainerTold, String inference) {
        Listener behind =
                port == null ? null : backend.on(outside.protocol(), port, null).orElse(null);
        return new PublishedPort(
                host.id(),
                outside.protocol(),
                outside.bind(),
                outside.scope(),
                new PublishedPort.Inside(null, port),
                outside.process(),
                isContainerTold,
                inference,
                port == null ? "What stands behind it is not known." : backend.words(behind, port, outside.process()),
                port == null ? null : Boolean.valueOf(Backend.isMet(behind, null)));
    }
}
