package dev.homeport.namespaces.side;

import dev.homeport.latency.Speed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the two loopbacks of a comparison.
 *
 * @param id in addresses: that of a network namespace, {@code peer:<name>} or {@code saved:<number>}
 * @param name what people call it
 * @param takenAt when it was read; null when it never was
 * @param method how it is read
 * @param reason why it, or a part of it, is not as fresh as it could be; null when there is nothing to say
 * @param listeners servers' sockets by port
 * @param clients how many UDP sockets are left out because they are probably clients'
 * @param proofs whether its loopback works
 * @param latency measured there; not known where nobody measures
 */
public record Side(
        String id,
        Kind kind,
        String name,
        @Nullable Instant takenAt,
        String method,
        @Nullable String reason,
        Place place,
        Known<Network> network,
        Known<List<Listener>> listeners,
        long clients,
        Known<HostsNames> hosts,
        Known<List<Proof>> proofs,
        Known<List<Speed>> latency) {

    /** Whether it is a container's, seen from outside or from in there. */
    public boolean isContainer() {
        return kind == Kind.CONTAINER || place.container() != null;
    }

    /** The same, of which nothing newer is to be had; {@code why}, a sentence. */
    public Side stale(String why) {
        return new Side(
                id, kind, name, takenAt, method, why, place, network, listeners, clients, hosts, proofs, latency);
    }

    /** The same under another name. */
    public Side named(String other) {
        return new Side(
                id, kind, other, takenAt, method, reason, place, network, listeners, clients, hosts, proofs, latency);
    }
}
