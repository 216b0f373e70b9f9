package dev.homeport.diagnosis;

import dev.homeport.net.Endpoint;
import dev.homeport.net.IpAddress;
import dev.homeport.net.LocalAddresses;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.InterfaceAddresses;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Connects to what a target means, at this machine's own addresses and at no other (DOMAIN R9.3): all at once, for less than
 * two seconds. Nothing is sent.
 */
final class Tries {

    private static final int MOST_ADDRESSES = 8;
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration LISTENING = Duration.ofMillis(200);

    private final ConnectProbe probe = new ConnectProbe(PATIENCE, LISTENING);

    /** The same situation with what came of it. */
    Situation in(Situation known, Question question) {
        return known.with(attempts(question, known));
    }

    private Map<IpAddress, ConnectProbe.Attempt> attempts(Question question, Situation known) {
        LocalAddresses now = InterfaceAddresses.read();
        List<Endpoint> ours = new Examination(question, known)
                .destinations().stream()
                        .map(Destination::address)
                        .filter(address ->
                                address.isLoopback() || now.interfaceOf(address).isPresent())
                        .limit(MOST_ADDRESSES)
                        .map(address -> new Endpoint(address, question.target().port()))
                        .toList();
        Map<IpAddress, ConnectProbe.Attempt> attempts = new HashMap<>();
        probe.connectAll(ours, MOST_ADDRESSES).forEach((target, attempt) -> attempts.put(target.address(), attempt));
        return attempts;
    }
}
