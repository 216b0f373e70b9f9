package dev.homeport.diagnosis.rule;

import dev.homeport.namespaces.Namespaces;
import dev.homeport.namespaces.Sight;
import dev.homeport.net.BindScope;
import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.Container;
import dev.homeport.processes.ForwardTarget;
import dev.homeport.processes.ForwardTarget.AddressOfContainer;
import dev.homeport.processes.ForwardTarget.NameOfContainer;
import dev.homeport.processes.Forwarding;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.SocketRole;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The container behind a port that its engine forwards, as far as it is in sight (DOMAIN R2.64, R8.1, R8.16).
 *
 * @param name of the container
 * @param port to which the engine leads; null where it does not tell, and several could be meant
 * @param servers what listens in there by the door's protocol
 */
record Behind(String name, @Nullable Integer port, List<ListeningSocket> servers) {

    Behind {
        servers = List.copyOf(servers);
    }

    /** Empty where the forwarder does not tell, or the container is not in sight. */
    static Optional<Behind> of(ListeningSocket door, Namespaces known) {
        ForwardTarget target = door.forwarding().map(Forwarding::target).orElse(null);
        if (target instanceof AddressOfContainer at) {
            Endpoint inside = at.endpoint();
            return first(known, sight -> has(sight, inside.address()))
                    .map(sight -> new Behind(sight.namespace().name(), inside.port(), servers(sight, door)));
        } else if (target instanceof NameOfContainer podmans) {
            return first(known, sight -> is(sight, podmans.id())).map(sight -> {
                List<ListeningSocket> servers = servers(sight, door);
                return new Behind(sight.namespace().name(), likely(servers, door.port()), servers);
            });
        }
        return Optional.empty();
    }

    /** Of one whose sockets are not known, nothing can be said. */
    private static Optional<Sight> first(Namespaces known, Predicate<Sight> which) {
        return known.others().stream()
                .filter(sight -> sight.sockets().value() != null)
                .filter(which)
                .findFirst();
    }

    private static boolean has(Sight sight, IpAddress address) {
        return sight.interfaces()
                .get()
                .flatMap(links -> links.localAddresses().interfaceOf(address))
                .isPresent();
    }

    private static boolean is(Sight sight, String id) {
        return Optional.ofNullable(sight.namespace().container())
                .map(Container::id)
                .filter(whole -> whole.startsWith(id))
                .isPresent();
    }

    private static List<ListeningSocket> servers(Sight sight, ListeningSocket door) {
        return sight.sockets().get().stream()
                .map(ListeningSockets::sockets)
                .flatMap(List::stream)
                .filter(socket -> socket.protocol() == door.protocol() && socket.role() == SocketRole.SERVER)
                .toList();
    }

    /** The same number, or the only one there is. */
    private static @Nullable Integer likely(List<ListeningSocket> servers, int number) {
        List<Integer> ports =
                servers.stream().map(ListeningSocket::port).distinct().toList();
        if (ports.contains(number)) {
            return number;
        }
        return ports.size() == 1 ? ports.get(0) : null;
    }

    /** Those on the port. */
    List<ListeningSocket> onPort() {
        return servers.stream()
                .filter(socket -> Integer.valueOf(socket.port()).equals(port))
                .toList();
    }

    /** Whether nothing in there can take what is forwarded: what is forwarded arrives at the container's own address. */
    boolean isDead() {
        Stream<ListeningSocket> meant = port == null ? servers.stream() : onPort().stream();
        return meant.allMatch(socket -> socket.reach() == BindScope.LOOPBACK || socket.reach() == BindScope.FOREIGN);
    }
}
