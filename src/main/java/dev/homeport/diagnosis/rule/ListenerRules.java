package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.examination.SocketText;
import dev.homeport.diagnosis.question.Target;
import dev.homeport.localhost.Client;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether anybody waits where the request arrives, and if not, where somebody does (DOMAIN R9.1, steps 3, 4 and 7; R9.2). */
final class ListenerRules {

    private final Examination examined;
    private final Target target;

    ListenerRules(Examination examined) {
        this.examined = examined;
        this.target = examined.target();
    }

    List<Cause> causes() {
        if (examined.situation().sockets().latest().isEmpty() || meant().isEmpty()) {
            return List.of();
        }
        List<ListeningSocket> waiting = examined.onPort();
        if (waiting.isEmpty()) {
            boolean isAnsweredAllTheSame = meant().stream().anyMatch(Destination::isReached);
            return isAnsweredAllTheSame ? List.of() : new NobodyRules(examined).causes();
        }
        if (meant().stream().noneMatch(Destination::isAnswered)) {
            List<Destination> empty =
                    meant().stream().filter(one -> one.sockets().isEmpty()).toList();
            // Who waits at all addresses would answer at this one too, if it were there.
            return empty.isEmpty() ? List.of() : List.of(elsewhere(waiting, empty));
        }
        return familyMissing(waiting).stream().toList();
    }

    /** Those that most programs try, and that are this machine's. */
    private List<Destination> meant() {
        return examined.meant(Client.NATIVE).stream()
                .filter(Destination::isOurs)
                .filter(destination ->
                        RouteRules.obstacle(examined, destination).isEmpty())
                .toList();
    }

    private Cause elsewhere(List<ListeningSocket> waiting, List<Destination> meant) {
        Optional<ListeningSocket> onDevice =
                waiting.stream().filter(socket -> socket.device() != null).findFirst();
        boolean isOtherFamily =
                meant.stream().allMatch(destination -> destination.address().isLoopback())
                        && Stream.of(IpFamily.values())
                                .filter(family -> meant.stream()
                                        .noneMatch(one -> one.address().family() == family))
                                .map(IpAddress::loopback)
                                .map(examined::at)
                                .anyMatch(Destination::isAnswered);
        CauseCode code = onDevice.isPresent()
                ? CauseCode.DEVICE_BOUND
                : isOtherFamily ? CauseCode.OTHER_FAMILY_ONLY : CauseCode.OTHER_ADDRESS_ONLY;
        String where = String.join(
                ", ", meant.stream().map(one -> one.address().text()).toList());
        String device =
                onDevice.map(socket -> " through " + socket.device() + " alone").orElse("");
        return new Cause(
                code,
                Confidence.HIGH,
                SocketText.who(waiting.get(0)) + " listens at " + SocketText.binds(waiting) + device + ", not at "
                        + where + ": who connects to " + where + " is refused." + others(),
                SocketText.evidence(waiting, "R1.29"),
                BindRemedy.of(waiting.get(0), target),
                null);
    }

    /** Those that know the name by heart may get through all the same. */
    private String others() {
        String through = Stream.of(Client.values())
                .filter(client -> examined.meant(client).stream().anyMatch(Destination::isReached))
                .map(Client::label)
                .collect(Collectors.joining(" and "));
        return through.isEmpty() ? "" : " " + through + " know another address for it, and get through.";
    }

    /** Reached by some and not by others: the first address that a client tries may be the one where nobody waits. */
    private Optional<Cause> familyMissing(List<ListeningSocket> waiting) {
        List<Destination> missing = examined.destinations().stream()
                .filter(destination -> destination.address().isLoopback() && destination.isThere())
                .filter(destination -> !destination.isAnswered())
                .toList();
        if (missing.isEmpty() || target.address() != null) {
            return Optional.empty();
        }
        List<Client> failing = Stream.of(Client.values())
                .filter(client -> !client.fallsBack())
                .filter(client -> examined.meant(client).stream()
                        .findFirst()
                        .filter(first -> !first.isAnswered())
                        .isPresent())
                .toList();
        // As Node.js prints it, and as people search for it.
        String at = missing.get(0).address().text() + ":" + target.port();
        boolean isFirstForMost = examined.meant(Client.NATIVE).stream()
                .findFirst()
                .filter(first -> !first.isAnswered())
                .isPresent();
        if (failing.isEmpty() && !isFirstForMost) {
            return Optional.empty();
        }
        String who = failing.isEmpty()
                ? "Programs that try one address alone get"
                : String.join(", ", failing.stream().map(Client::label).toList())
                        + " and others that try the first address " + "alone get";
        return Optional.of(new Cause(
                CauseCode.OTHER_FAMILY_ONLY,
                Confidence.HIGH,
                SocketText.who(waiting.get(0)) + " listens at " + SocketText.binds(waiting) + " alone, and "
                        + target.host() + " is " + missing.get(0).address().text() + " too. " + who + " ECONNREFUSED "
                        + at
                        + "; browsers and curl try both and get through.",
                SocketText.evidence(waiting, "R3.6"),
                BindRemedy.both(waiting.get(0), target),
                null));
    }
}
