package dev.homeport.addresses;

import dev.homeport.answer.RateLimit;
import dev.homeport.net.Endpoint;
import dev.homeport.net.LocalAddresses;
import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.sockets.ListeningSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tries in earnest what the map predicts: connects to the port of one socket at each address of this machine, and at no
 * other. One proof at a time, and so many in a minute; the last ones are kept.
 */
final class Prover {

    static final int MOST_ADDRESSES = 48;
    private static final int AT_ONCE = 16;
    private static final int MOST_KEPT = 50;

    private static final ConnectProbe.Attempt GONE = new ConnectProbe.Attempt(
            Outcome.ADDRESS_NOT_AVAILABLE, Duration.ZERO, "The address has gone: nothing was tried");

    private final ConnectProbe probe;
    private final Supplier<LocalAddresses> addressesNow;
    private final RateLimit limit;
    private final Map<String, Proof> kept = new LinkedHashMap<>();

    /** @param addressesNow the addresses that the interfaces have at this moment: a reading may be seconds old */
    Prover(ConnectProbe probe, Supplier<LocalAddresses> addressesNow, RateLimit limit) {
        this.probe = probe;
        this.addressesNow = addressesNow;
        this.limit = limit;
    }

    /**
     * Proves what {@code map} says of the port of {@code socket}, a TCP socket of the map.
     *
     * @throws dev.homeport.answer.TooManyRequests when another proof is under way, or there were too many
     */
    Proof prove(ListeningSocket socket, AddressMap map) {
        Proof proof = limit.run(() -> tryAll(socket, map));
        keep(proof);
        return proof;
    }

    /** The last proof for a socket, if it was one of the last of all. */
    Optional<Proof> last(String socket) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(socket));
        }
    }

    private void keep(Proof proof) {
        synchronized (kept) {
            kept.remove(proof.socket());
            kept.put(proof.socket(), proof);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    private Proof tryAll(ListeningSocket socket, AddressMap map) {
        List<LocalAddress> addresses =
                map.addresses().stream().limit(MOST_ADDRESSES).toList();
        LocalAddresses now = addressesNow.get();
        Instant at = Instant.now();
        List<Endpoint> ours = addresses.stream()
                .filter(address -> isOurs(address, now))
                .map(address -> new Endpoint(address.address(), socket.port()))
                .distinct()
                .toList();
        Map<Endpoint, ConnectProbe.Attempt> attempts = probe.connectAll(ours, AT_ONCE);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            LocalAddress address = addresses.get(i);
            Endpoint target = new Endpoint(address.address(), socket.port());
            trials.add(new Trial(address, map.cellsOf(socket).get(i), attempts.getOrDefault(target, GONE)));
        }
        return new Proof(socket.id(), socket.port(), at, trials, map.addresses().size() - addresses.size());
    }

    private static boolean isOurs(LocalAddress address, LocalAddresses now) {
        return address.address().isLoopback()
                || !address.isAssigned()
                || now.interfaceOf(address.address()).isPresent();
    }
}
