package dev.homeport.health.expectation;

import dev.homeport.net.IpFamily;
import dev.homeport.net.Protocol;
import dev.homeport.reading.Reading;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import dev.homeport.sockets.SocketRole;
import dev.homeport.sockets.source.SocketFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who should listen on a port, and where.
 *
 * @param family whose listeners count; null for both. A socket that takes both is of either
 * @param held by whom each of them should be held; null when that does not matter
 */
record PortExpectation(
        String name,
        Protocol protocol,
        @Nullable IpFamily family,
        int port,
        ExpectedPlace place,
        @Nullable Held held) implements Expectation {

    @Override
    public String text() {
        return portText() + " " + place.text() + (held == null ? "" : " process " + held.process());
    }

    @Override
    public String target() {
        return "localhost:" + port + (protocol == Protocol.UDP ? "/udp" : "");
    }

    /** {@code tcp4/5432}. */
    private String portText() {
        String digit = family == null ? "" : family == IpFamily.IPV4 ? "4" : "6";
        return protocol.text() + digit + "/" + port;
    }

    @Override
    public ExpectationVerdict judge(Observed observed) {
        Reading<ListeningSockets> reading = observed.sockets();
        return reading.whyNotFresh()
                .map(reason -> ExpectationVerdict.unread(this, reason))
                .orElseGet(() -> judge(reading.latest().orElseThrow().sockets()));
    }

    private ExpectationVerdict judge(List<ListeningSocket> all) {
        List<ListeningSocket> onPort = all.stream()
                .filter(socket -> socket.protocol() == protocol && socket.port() == port)
                .toList();
        List<ListeningSocket> listening = onPort.stream()
                .filter(socket -> socket.role() != SocketRole.BOUND && isOfFamily(socket))
                .toList();
        if (listening.isEmpty()) {
            return place instanceof ExpectedPlace.Nowhere
                    ? ExpectationVerdict.met(this, "Nothing listens on " + portText() + ".")
                    : ExpectationVerdict.unmet(
                            this, "Nothing listens on " + portText() + ".", List.of(absence(onPort)));
        }
        return judge(listening, ReachScale.words(listening) + ".");
    }

    private ExpectationVerdict judge(List<ListeningSocket> listening, String actual) {
        Optional<ListeningSocket> ofUnknownFamily =
                listening.stream().filter(this::isOfUnknownFamily).findFirst().or(() -> place.doubtful(listening));
        if (ofUnknownFamily.isPresent()) {
            String why = "Whether " + ofUnknownFamily.get().bind() + " takes IPv4 too cannot be read on this system.";
            return ExpectationVerdict.unknown(this, actual, why);
        }
        List<String> differences = new ArrayList<>(place.differences(listening));
        List<String> doubts = List.of();
        if (held != null) {
            listening.forEach(socket -> held.difference(socket).ifPresent(differences::add));
            doubts = listening.stream()
                    .flatMap(socket -> held.doubt(socket).stream())
                    .toList();
        }
        if (!differences.isEmpty()) {
            return ExpectationVerdict.unmet(this, actual, differences);
        }
        return doubts.isEmpty()
                ? ExpectationVerdict.met(this, actual)
                : ExpectationVerdict.unknown(this, actual, String.join(" ", doubts));
    }

    /** One of which that is not known counts until it is. */
    private boolean isOfFamily(ListeningSocket socket) {
        if (family == null) {
            return true;
        }
        return family == IpFamily.IPV6
                ? socket.family().takesIpv6()
                : socket.family().takesIpv4() || isOfUnknownFamily(socket);
    }

    private boolean isOfUnknownFamily(ListeningSocket socket) {
        return family == IpFamily.IPV4 && socket.family() == SocketFamily.UNKNOWN;
    }

    /** What is there instead. */
    private static String absence(List<ListeningSocket> onPort) {
        return onPort.isEmpty()
                ? "Something should."
                : "Something should; on that port there is only: " + ReachScale.words(onPort)
                        + (onPort.stream().allMatch(socket -> socket.role() == SocketRole.BOUND)
                                ? ", which does not listen."
                                : ".");
    }
}
