package dev.homeport.namespaces.compare;

import dev.homeport.namespaces.side.Listener;
import dev.homeport.namespaces.side.Side;
import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.Protocol;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in a container behind a port that is published, and what that means for who connects (DOMAIN R8.1, R8.16). */
final class Backend {

    private final Side container;
    private final Map<Integer, List<Listener>> listeners;

    Backend(Side container) {
        this.container = container;
        this.listeners = container.listeners().get().orElse(List.of()).stream()
                .collect(Collectors.groupingBy(listener -> listener.bind().port()));
    }

    /** The only port of {@code protocol} on which something listens there; null when there is none, or several. */
    @Nullable
    Integer onlyPort(Protocol protocol) {
        List<Integer> ports = listeners.values().stream()
                .flatMap(List::stream)
                .filter(listener -> listener.protocol() == protocol)
                .map(listener -> listener.bind().port())
                .distinct()
                .toList();
        return ports.size() == 1 ? ports.get(0) : null;
    }

    /**
     * Of several listeners on one port, one that takes what arrives.
     *
     * @param address at which it arrives; null where that is not known
     */
    Optional<Listener> on(Protocol protocol, int port, @Nullable IpAddress address) {
        return listeners.getOrDefault(port, List.of()).stream()
                .filter(listener -> listener.protocol() == protocol)
                .min(Comparator.comparing((Listener listener) -> !isMet(listener, address)));
    }

    static boolean isMet(@Nullable Listener listener, @Nullable IpAddress address) {
        if (listener == null || listener.scope() == BindScope.LOOPBACK || listener.scope() == BindScope.FOREIGN) {
            return false;
        }
        IpAddress bind = listener.bind().address();
        return address == null || bind.isUnspecified() && listener.takes(address.family()) || bind.equals(address);
    }

    /**
     * A sentence or two.
     *
     * @param listener null when nothing listens there
     * @param by who forwards; null when that may not be seen
     */
    String words(@Nullable Listener listener, int port, @Nullable String by) {
        if (container.listeners().value() == null) {
            return "What listens in the container is not known.";
        } else if (listener == null) {
            return "Nothing listens on port " + port + " in the container: " + effect(by) + ".";
        }
        Endpoint bind = listener.bind();
        String who = listener.process() == null ? "The application" : listener.process();
        return isMet(listener, null)
                ? who + " listens there on " + bind.text() + ", which takes what arrives."
                : who + " listens there on " + bind.text()
                        + " alone, and what is published arrives at the container’s own address: " + effect(by)
                        + ". Let it listen on 0.0.0.0 in the container.";
    }

    private static String effect(@Nullable String by) {
        return switch (by == null ? "" : by) {
            case "docker-proxy" ->
                "who connects to the host’s 127.0.0.1 is accepted by docker-proxy and then gets an empty reply; at other "
                        + "addresses the connection is refused";
            case "conmon", "dockerd" -> "who connects is refused";
            default -> "who connects is refused, or accepted and left with an empty reply, as the engine forwards";
        };
    }
}
