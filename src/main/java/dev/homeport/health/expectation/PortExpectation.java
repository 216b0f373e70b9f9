package dev.homeport.health.expectation;

import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.Owner;
import dev.homeport.sockets.SocketRole;
import dev.homeport.sockets.source.SocketFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who should listen on a port, and where.
 *
 * @param family whose listeners count; null for both. A socket that takes both is of either
 * @param process the name of the process that should hold every one of them; null when that does not matter
 */
record PortExpectation(
        String name,
        Protocol protocol,
        @Nullable IpFamily family,
        int port,
        Place place,
        @Nullable String process) implements Expectation {

    @Override
    public String text() {
        return portText() + " " + place.text() + (process == null ? "" : " process " + process);
    }

    /** {@code tcp4/5432}. */
    private String portText() {
        String digit = family == null ? "" : family == IpFamily.IPV4 ? "4" : "6";
        return protocol.text() + digit + "/" + port;
    }

    @Override
    public Verdict judge(Observed observed) {
        Reading<ListeningSockets> reading = observed.sockets();
        return reading.whyNotFresh()
                .map(reason -> Verdict.unread(this, reason))
                .orElseGet(() -> judge(reading.latest().orElseThrow().sockets()));
    }

    private Verdict judge(List<ListeningSocket> all) {
        List<ListeningSocket> onPort = all.stream()
                .filter(socket -> socket.protocol() == protocol && socket.port() == port)
                .toList();
        List<ListeningSocket> listening = onPort.stream()
                .filter(socket -> socket.role() != SocketRole.BOUND && isOfFamily(socket))
                .toList();
        if (listening.isEmpty()) {
            return place instanceof Place.Nowhere
                    ? Verdict.met(this, "Nothing listens on " + portText() + ".")
                    : Verdict.unmet(this, "Nothing listens on " + portText() + ".", List.of(absence(onPort)));
        }
        return judge(listening, Reach.words(listening) + ".");
    }

    private Verdict judge(List<ListeningSocket> listening, String actual) {
        List<String> differences = new ArrayList<>(place.differences(listening));
        listening.forEach(socket -> wrongHolder(socket).ifPresent(differences::add));
        List<String> doubts = listening.stream()
                .map(this::doubt)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .toList();
        if (!doubts.isEmpty() && (differences.isEmpty() || isFamilyDoubtful(listening))) {
            return Verdict.unknown(this, actual, String.join(" ", doubts));
        }
        return differences.isEmpty() ? Verdict.met(this, actual) : Verdict.unmet(this, actual, differences);
    }

    private boolean isOfFamily(ListeningSocket socket) {
        if (family == null) {
            return true;
        }
        return family == IpFamily.IPV6
                ? socket.family().takesIpv6()
                : socket.family().takesIpv4() || isFamilyDoubtful(List.of(socket));
    }

    private boolean isFamilyDoubtful(List<ListeningSocket> sockets) {
        return family == IpFamily.IPV4 && sockets.stream().anyMatch(socket -> socket.family() == SocketFamily.UNKNOWN);
    }

    /** What is there instead. */
    private static String absence(List<ListeningSocket> onPort) {
        return onPort.isEmpty()
                ? "Something should."
                : "Something should; on that port there is only: " + Reach.words(onPort)
                        + (onPort.stream().allMatch(socket -> socket.role() == SocketRole.BOUND)
                                ? ", which does not listen."
                                : ".");
    }

    private Optional<String> wrongHolder(ListeningSocket socket) {
        boolean isNamed = socket.owner().visibility() == Owner.Visibility.VISIBLE
                && socket.owner().processes().stream().allMatch(holder -> holder.name() != null);
        boolean isHeldByNone = socket.owner().visibility() == Owner.Visibility.KERNEL;
        return process == null || holds(socket) || !isNamed && !isHeldByNone
                ? Optional.empty()
                : Optional.of(socket.protocol().text() + " " + socket.bind() + " should be held by " + process
                        + ", and is by " + socket.holder() + ".");
    }

    private boolean holds(ListeningSocket socket) {
        return socket.owner().processes().stream()
                .map(ProcessDetails::name)
                .anyMatch(held -> held != null && held.equals(process));
    }

    /** What keeps this from being known; null when nothing does. */
    private @Nullable String doubt(ListeningSocket socket) {
        if (isFamilyDoubtful(List.of(socket))) {
            return "Whether " + socket.bind() + " takes IPv4 too cannot be read on this system.";
        } else if (process == null || holds(socket) || wrongHolder(socket).isPresent()) {
            return null;
        }
        String reason = socket.owner().reason();
        return "Who holds " + socket.bind() + " is not visible from here: "
                + (reason == null ? "the process has no name that could be read." : reason);
    }
}
