package dev.homeport.namespaces.peer;

import dev.homeport.platform.HostileText;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why another Homeport does not tell what it knows, and what would mend that (DOMAIN R4.23, R8.6). */
final class Trouble {

    private static final Pattern DETAIL = Pattern.compile("\"detail\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,400})\"");
    private static final int LONGEST = 400;

    private Trouble() {}

    /** Of a connection that failed. */
    static String of(Peer peer, Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (isUnresolved(cause)) {
            return "The name " + peer.state().getHost() + " means nothing here."
                    + (peer.state().getHost().endsWith(".internal")
                            ? " On Linux an engine knows it only when asked to: --add-host "
                                    + peer.state().getHost() + ":host-gateway."
                            : "");
        } else if (cause instanceof ConnectException) {
            return "Nothing takes connections at " + peer.address()
                    + ". A Homeport listens on its own loopback alone, unless "
                    + "it is told otherwise: on the host, --server.address=<the address of the containers’ bridge>, and "
                    + "--homeport.allowed-hosts=" + peer.state().getHost() + ".";
        } else if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return peer.address() + " does not answer: a firewall may drop what is sent there.";
        }
        return peer.address() + " cannot be asked: "
                + HostileText.clean(
                        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), LONGEST)
                + ".";
    }

    private static boolean isUnresolved(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof UnresolvedAddressException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    /** Of an answer that is none. */
    static String of(Peer peer, int status, byte[] body) {
        if (status == 401) {
            return peer.token() == null
                    ? peer.address() + " asks for its token: homeport.peers." + peer.name() + "=" + peer.address()
                            + "/?token=…"
                    : peer.address() + " does not take the token that homeport.peers." + peer.name() + " has for it.";
        } else if (status == 404) {
            return "What answers at " + peer.address() + " is no Homeport, or one too old to tell its state.";
        }
        Matcher detail = DETAIL.matcher(new String(body, StandardCharsets.UTF_8));
        return peer.address() + " answers with status " + status + "."
                + (detail.find() ? " It says: " + HostileText.clean(detail.group(1), LONGEST) : "");
    }
}
