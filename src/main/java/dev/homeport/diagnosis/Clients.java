package dev.homeport.diagnosis;

import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.rule.BadPorts;
import dev.homeport.health.loopback.LoopbackAnswer;
import dev.homeport.localhost.Client;
import dev.homeport.net.Outcome;
import java.util.Arrays;
import java.util.List;

/** What each kind of client sees, as it goes through the addresses in its own order (DOMAIN R3.2, R3.6). */
final class Clients {

    private Clients() {}

    static List<ClientResult> of(Examination examined) {
        return Arrays.stream(Client.values())
                .map(client -> result(client, examined))
                .toList();
    }

    private static ClientResult result(Client client, Examination examined) {
        List<Destination> meant = examined.meant(client);
        if (meant.isEmpty()) {
            return new ClientResult(
                    client,
                    "name not known",
                    false,
                    "It finds no address for " + examined.target().host() + ".");
        }
        Destination first = meant.get(0);
        if (client == Client.BROWSER && BadPorts.contains(examined.target().port())) {
            return new ClientResult(client, "ERR_UNSAFE_PORT", false, "They do not connect to this port at all.");
        }
        if (isReached(first, examined)) {
            return new ClientResult(
                    client,
                    "connects to " + text(first, examined),
                    true,
                    meant.size() == 1
                            ? "It is the only address that it tries."
                            : "It is the first of " + meant.size() + " addresses that it tries.");
        }
        Destination reached = client.fallsBack()
                ? meant.stream()
                        .filter(one -> isReached(one, examined))
                        .findFirst()
                        .orElse(null)
                : null;
        return reached == null
                ? new ClientResult(
                        client,
                        error(first, examined) + " " + first.address().text() + ":"
                                + examined.target().port(),
                        false,
                        client.fallsBack() || meant.size() == 1
                                ? "No address of it answers."
                                : "It tries the first address alone.")
                : new ClientResult(
                        client,
                        "connects to " + text(reached, examined),
                        true,
                        error(first, examined) + " at " + text(first, examined) + " first, then the next address.");
    }

    private static String text(Destination destination, Examination examined) {
        return destination.address().urlText() + ":" + examined.target().port();
    }

    /** Where loopback itself fails nobody gets to a listener, unless a connection was just seen to come about. */
    private static boolean isReached(Destination destination, Examination examined) {
        return destination.isReached() && !isBehindSilence(destination, examined);
    }

    private static boolean isBehindSilence(Destination destination, Examination examined) {
        return destination.attempt() == null
                && destination.address().isLoopback()
                && examined.loopback()
                        .map(state -> state.of(destination.address().family()).answer())
                        .filter(LoopbackAnswer.FAILS::equals)
                        .isPresent();
    }

    /** The error's name in the C library, as programs print it. */
    private static String error(Destination destination, Examination examined) {
        if (isBehindSilence(destination, examined)) {
            return "no answer from";
        }
        boolean isKnown = examined.situation().sockets().latest().isPresent();
        if (destination.attempt() == null && destination.isThere() && !isKnown) {
            return "not known at";
        }
        Outcome outcome = destination.attempt() == null
                ? destination.isThere() || !destination.isOurs() ? Outcome.REFUSED : Outcome.ADDRESS_NOT_AVAILABLE
                : destination.attempt().outcome();
        if (!destination.isOurs()) {
            return "goes to another machine,";
        }
        return switch (outcome) {
            case REFUSED -> "ECONNREFUSED";
            case TIMED_OUT -> "ETIMEDOUT";
            case NETWORK_UNREACHABLE -> "ENETUNREACH";
            case HOST_UNREACHABLE -> "EHOSTUNREACH";
            case NOT_PERMITTED -> "EACCES or EPERM";
            case ADDRESS_NOT_AVAILABLE -> "EADDRNOTAVAIL";
            case INVALID_ADDRESS -> "EINVAL";
            default -> outcome.label();
        };
    }
}
