package dev.homeport.net;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of an attempt to connect over TCP (DOMAIN R5.40). */
public enum Outcome implements Named {
    ACCEPTED("accepted", "The connection was set up, and stayed."),
    ACCEPTED_THEN_CLOSED(
            "accepted, then closed",
            "The connection was set up and closed again before a word was said: by a server that turns this machine away, or "
                    + "by a forwarder whose target does not answer."),
    REFUSED("refused", "Nothing listens there, or a firewall rejects."),
    TIMED_OUT("timed out", "No answer: a firewall drops what is sent there, or the accept queue is full."),
    NETWORK_UNREACHABLE("network unreachable", "The system has no route to the address (ENETUNREACH)."),
    HOST_UNREACHABLE(
            "host unreachable", "A route or a firewall says that the address cannot be reached (EHOSTUNREACH)."),
    NOT_PERMITTED(
            "not permitted",
            "A route, a firewall or a policy of the system (eBPF, SELinux, seccomp) forbids it (EACCES, EPERM)."),
    ADDRESS_NOT_AVAILABLE(
            "address not available",
            "The address is not there, its family is switched off, or no port for clients is left (EADDRNOTAVAIL)."),
    INVALID_ADDRESS("invalid address", "A blackhole route, or a link-local address without its interface (EINVAL)."),
    SELF_CONNECTED(
            "connected to itself",
            "The system gave the attempt the very port that it tried to reach: nobody else was there."),
    FAILED("failed", "It failed in a way that has no name here.");

    /**
     * Java hides the error's number: what is left is its class and the C library's words for it (R5.41). The first in
     * this list that occurs decides.
     */
    private static final List<Map.Entry<String, Outcome>> WORDS = List.of(
            Map.entry("refused", REFUSED),
            Map.entry("timed out", TIMED_OUT),
            Map.entry("network is unreachable", NETWORK_UNREACHABLE),
            Map.entry("no route to host", HOST_UNREACHABLE),
            Map.entry("host is unreachable", HOST_UNREACHABLE),
            Map.entry("permission denied", NOT_PERMITTED),
            Map.entry("operation not permitted", NOT_PERMITTED),
            Map.entry("cannot assign requested address", ADDRESS_NOT_AVAILABLE),
            Map.entry("can't assign requested address", ADDRESS_NOT_AVAILABLE),
            Map.entry("protocol family unavailable", ADDRESS_NOT_AVAILABLE),
            Map.entry("address family not supported", ADDRESS_NOT_AVAILABLE),
            Map.entry("invalid argument", INVALID_ADDRESS));

    private final String label;
    private final String meaning;

    Outcome(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** The outcome that a failed connect stands for. */
    public static Outcome of(IOException failure) {
        if (failure instanceof SocketTimeoutException) {
            return TIMED_OUT;
        }
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        Outcome byWords = WORDS.stream()
                .filter(word -> message.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(FAILED);
        if (byWords != FAILED) {
            return byWords;
        } else if (failure instanceof NoRouteToHostException) {
            return HOST_UNREACHABLE;
        } else if (failure instanceof BindException) {
            return ADDRESS_NOT_AVAILABLE;
        }
        return failure instanceof ConnectException || failure instanceof PortUnreachableException ? REFUSED : FAILED;
    }

    /** The words on the page. */
    public String label() {
        return label;
    }

    /** What it means, a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether somebody accepted the connection. */
    public boolean isAccepted() {
        return this == ACCEPTED || this == ACCEPTED_THEN_CLOSED;
    }
}
