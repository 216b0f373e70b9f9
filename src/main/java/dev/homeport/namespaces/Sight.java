package dev.homeport.namespaces;

import dev.homeport.hosts.source.Hosts;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.Speed;
import dev.homeport.namespaces.side.Known;
import dev.homeport.namespaces.side.Proof;
import dev.homeport.sockets.ListeningSockets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of a network namespace: each subject by itself, so that what one hides takes nothing from the others.
 *
 * @param cookie the kernel's number of it that is never given again; null while Homeport was not in it
 * @param visitedAt when Homeport was in it last; null when it never was, or is always
 * @param proofs whether its loopback works
 * @param latency how fast it is
 */
public record Sight(
        NetworkNamespace namespace,
        @Nullable Long cookie,
        @Nullable Instant visitedAt,
        Known<Interfaces> interfaces,
        Known<ListeningSockets> sockets,
        Known<Hosts> hosts,
        Known<List<Proof>> proofs,
        Known<List<Speed>> latency) {

    /** Why not all of it is known, in one sentence after the other; empty when it is. */
    public Optional<String> reason() {
        String reasons = Stream.of(interfaces, sockets, hosts)
                .flatMap(known -> Stream.ofNullable(known.reason()))
                .distinct()
                .collect(Collectors.joining(" "));
        return Optional.of(reasons).filter(text -> !text.isEmpty());
    }
}
