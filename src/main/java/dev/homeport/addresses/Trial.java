package dev.homeport.addresses;

import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.sockets.ListeningSocket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection that was tried at one address, beside what was predicted.
 *
 * @param predicted what the map says of the address and port
 * @param attempt what happened
 */
public record Trial(LocalAddress address, Cell predicted, ConnectProbe.Attempt attempt) {

    /** An ICMPv6 rejection is told to the program only after the first repetition of the SYN (DOMAIN R5.40, row 5). */
    private static final Duration REPETITION = Duration.ofMillis(900);

    public Outcome outcome() {
        return attempt.outcome();
    }

    /** Whether it came as predicted. */
    public boolean isAsPredicted() {
        if (!predicted.isCertain() && (outcome().isAccepted() || outcome() == Outcome.REFUSED)) {
            return true;
        }
        return switch (predicted.kind()) {
            case OWN, WILDCARD ->
                isQueueFull() ? outcome() == Outcome.TIMED_OUT : outcome().isAccepted();
            case NOBODY, CUT_OFF -> !outcome().isAccepted();
        };
    }

    private boolean isQueueFull() {
        return !predicted.sockets().isEmpty() && predicted.sockets().stream().allMatch(ListeningSocket::isFull);
    }

    /** What was predicted, in words. */
    public String prediction() {
        String perhaps = predicted.isCertain() ? "" : "perhaps ";
        return switch (predicted.kind()) {
            case OWN, WILDCARD -> isQueueFull() ? "times out: the accept queue is full" : perhaps + "accepted";
            case NOBODY -> "refused: nobody listens there";
            case CUT_OFF -> "fails: " + predicted.kind().text();
        };
    }

    /** What explains a difference, or what is special about the outcome (R5.40); null when there is nothing to say. */
    public @Nullable String explanation() {
        if (isAsPredicted()) {
            return isUsual() ? null : outcome().meaning();
        }
        return difference();
    }

    private boolean isUsual() {
        return switch (outcome()) {
            case ACCEPTED, REFUSED -> true;
            case TIMED_OUT -> isQueueFull();
            default -> false;
        };
    }

    /** The likeliest first. */
    private String difference() {
        return switch (outcome()) {
            case ACCEPTED, ACCEPTED_THEN_CLOSED ->
                "Somebody answers though no socket of this machine listens there: the packets are redirected (NAT), or a "
                        + "server has just started.";
            case REFUSED ->
                attempt.took().compareTo(REPETITION) > 0
                        ? "A firewall rejects it: a socket listens there, and the refusal came only after the first repetition."
                        : "A socket listens there, so a firewall rejects it, or a policy of the system (eBPF) does; or the "
                                + "server has just ended.";
            case TIMED_OUT ->
                "A firewall drops it; or the program does not accept what waits for it, and its queue has filled up, these "
                        + "attempts included; or loopback has just been switched off.";
            case NETWORK_UNREACHABLE ->
                "The address or its local route has just gone, or a firewall answers that there is no route.";
            case HOST_UNREACHABLE -> "A firewall answers so (REJECT), or a route says “unreachable”.";
            case NOT_PERMITTED ->
                "A route says “prohibit”, or a policy of the system forbids it: a firewall, eBPF, SELinux or seccomp.";
            case ADDRESS_NOT_AVAILABLE ->
                "The address has gone, or IPv6 has been switched off since; or no port for clients is left.";
            case INVALID_ADDRESS -> "A route says “blackhole”.";
            case SELF_CONNECTED, FAILED -> outcome().meaning();
        };
    }
}
