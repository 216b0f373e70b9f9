package dev.homeport.diagnosis;

import dev.homeport.localhost.Client;
import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from connections that were tried, where the table of sockets says otherwise or the outcome says more (DOMAIN
 * R5.40, R5.43): the core of telling a firewall from a server that is not there.
 */
final class AttemptRules {

    /** A rejection by ICMPv6 is told after the first repetition of the SYN (R5.40, row 5). */
    private static final Duration REPETITION = Duration.ofMillis(900);

    private static final Duration SLOW = Duration.ofMillis(100);

    private static final Remedy RULES = Remedy.text(
            "Look for rules that name the port or lo: sudo nft list ruleset, sudo "
                    + "iptables-save. Take the one rule out, or put one that accepts before it; do not flush them all.");

    private final Examination examined;

    AttemptRules(Examination examined) {
        this.examined = examined;
    }

    List<Cause> causes() {
        return examined.meant(Client.NATIVE).stream()
                .filter(Destination::isOurs)
                .flatMap(destination ->
                        Stream.ofNullable(destination.attempt()).flatMap(attempt -> of(destination, attempt).stream()))
                .toList();
    }

    private Optional<Cause> of(Destination destination, ConnectProbe.Attempt attempt) {
        String at = destination.address().urlText() + ":" + examined.target().port();
        return destination.isAnswered() ? expected(destination, attempt, at) : unexpected(destination, attempt, at);
    }

    private Optional<Cause> expected(Destination destination, ConnectProbe.Attempt attempt, String at) {
        String who = SocketText.who(destination.sockets().get(0));
        return switch (attempt.outcome()) {
            case ACCEPTED -> slow(destination, attempt, at);
            case ACCEPTED_THEN_CLOSED ->
                destination.sockets().get(0).forwarding().isPresent()
                        ? Optional.empty()
                        : cause(
                                CauseCode.SERVER_CLOSES,
                                Confidence.HIGH,
                                who + " accepts the connection at " + at + " and closes it before a word is said.",
                                destination,
                                attempt,
                                Remedy.text(
                                        "Its log tells why: it may allow certain clients alone, or expect TLS at once."),
                                null);
            case REFUSED ->
                cause(
                        CauseCode.FIREWALL_REJECT,
                        attempt.took().compareTo(REPETITION) > 0 ? Confidence.HIGH : Confidence.MEDIUM,
                        who + " listens at " + at
                                + ", and the connection is refused all the same: a firewall rejects it"
                                + (attempt.took().compareTo(REPETITION) > 0
                                        ? ", as the refusal that came after a second shows."
                                        : ", or a policy of the system does."),
                        destination,
                        attempt,
                        RULES,
                        "sudo nft list ruleset | grep -n -e reject -e 'dport "
                                + examined.target().port() + "'");
            case TIMED_OUT ->
                destination.sockets().stream().anyMatch(socket -> socket.isFull())
                        ? Optional.empty()
                        : cause(
                                CauseCode.FIREWALL_DROP,
                                Confidence.MEDIUM,
                                who + " listens at " + at
                                        + ", and no answer comes: a firewall, or an eBPF program, drops what is "
                                        + "sent there.",
                                destination,
                                attempt,
                                RULES,
                                "sudo nft list ruleset | grep -n drop; nstat -az TcpExtListenOverflows, which does not rise");
            case NETWORK_UNREACHABLE, HOST_UNREACHABLE ->
                cause(
                        CauseCode.FIREWALL_REJECT,
                        Confidence.MEDIUM,
                        "The system says that " + at + " cannot be reached, though " + who
                                + " listens there: a firewall answers so, or a route.",
                        destination,
                        attempt,
                        RULES,
                        "ip route get " + destination.address().text());
            case NOT_PERMITTED ->
                cause(
                        CauseCode.EBPF_OR_SECCOMP,
                        Confidence.MEDIUM,
                        "The system forbids the connection to " + at
                                + ": a policy of a control group (eBPF), SELinux, or a " + "route that prohibits.",
                        destination,
                        attempt,
                        null,
                        "ip route get " + destination.address().text() + "; sudo bpftool cgroup tree");
            case ADDRESS_NOT_AVAILABLE -> exhausted(destination, attempt, at);
            case INVALID_ADDRESS ->
                cause(
                        CauseCode.LOCAL_ROUTE_ALTERED,
                        Confidence.HIGH,
                        "A route makes a black hole of " + destination.address().text() + ".",
                        destination,
                        attempt,
                        Remedy.text("Take the route out: ip route show table all type blackhole names it."),
                        null);
            case SELF_CONNECTED, FAILED -> unexpected(destination, attempt, at);
        };
    }

    private Optional<Cause> slow(Destination destination, ConnectProbe.Attempt attempt, String at) {
        return attempt.took().compareTo(SLOW) < 0
                ? Optional.empty()
                : cause(
                        CauseCode.SLOW,
                        Confidence.MEDIUM,
                        "The connection to " + at + " took " + attempt.took().toMillis()
                                + " ms, where loopback takes a fraction of one.",
                        destination,
                        attempt,
                        Remedy.text("The page Latency tells what holds loopback up, if anything does."),
                        null);
    }

    private Optional<Cause> exhausted(Destination destination, ConnectProbe.Attempt attempt, String at) {
        boolean isCrowded = examined.situation().counters().latest().stream()
                .anyMatch(known -> !known.crowded().isEmpty());
        return cause(
                CauseCode.EPHEMERAL_EXHAUSTED,
                isCrowded ? Confidence.HIGH : Confidence.MEDIUM,
                "No port for clients is left towards " + at + ", or the address has just gone.",
                destination,
                attempt,
                Remedy.command(
                        "sudo sysctl -w net.ipv4.ip_local_port_range='10240 65535'",
                        "gives clients more ports; keeping connections open instead of making new ones mends it",
                        "A server that wants one of these ports may find it taken."),
                "ss -tan state time-wait | wc -l");
    }

    private Optional<Cause> unexpected(Destination destination, ConnectProbe.Attempt attempt, String at) {
        if (attempt.outcome() == Outcome.SELF_CONNECTED) {
            return cause(
                    CauseCode.SELF_CONNECT,
                    Confidence.HIGH,
                    "The connection to " + at
                            + " met itself: nobody listens, and the system took that very port for the client.",
                    destination,
                    attempt,
                    Remedy.text("Start the server, and let it listen on a port outside of those for clients (net.ipv4."
                            + "ip_local_port_range)."),
                    null);
        } else if (attempt.outcome().isAccepted()) {
            return cause(
                    CauseCode.NAT_REDIRECT,
                    Confidence.MEDIUM,
                    "Somebody answers at " + at
                            + ", and no socket of this network namespace listens there: a rule redirects it, or "
                            + "the server has just started.",
                    destination,
                    attempt,
                    Remedy.text("Rules that redirect stand in sudo nft list ruleset, under nat."),
                    "sudo nft list ruleset | grep -n -e dnat -e redirect");
        }
        return attempt.outcome() == Outcome.TIMED_OUT
                ? cause(
                        CauseCode.FIREWALL_DROP,
                        Confidence.MEDIUM,
                        "Nothing listens at " + at + ", and the connection is not even refused: something drops it.",
                        destination,
                        attempt,
                        RULES,
                        "sudo nft list ruleset | grep -n drop")
                : Optional.empty();
    }

    private static Optional<Cause> cause(
            CauseCode code,
            Confidence confidence,
            String sentence,
            Destination destination,
            ConnectProbe.Attempt attempt,
            @Nullable Remedy remedy,
            @Nullable String test) {
        String detail = attempt.detail() == null ? "" : " (" + attempt.detail() + ")";
        Observation tried = new Observation(
                attempt.outcome().label() + " after " + attempt.took().toNanos() / 1000 + " µs" + detail,
                "a connection to " + destination.address().text() + " that was tried",
                "R5.40");
        List<Observation> listening = SocketText.evidence(destination.sockets(), "R5.43");
        return Optional.of(new Cause(
                code,
                confidence,
                sentence,
                Stream.concat(Stream.of(tried), listening.stream()).toList(),
                remedy,
                test));
    }
}
