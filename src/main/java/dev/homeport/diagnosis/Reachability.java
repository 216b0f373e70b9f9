package dev.homeport.diagnosis;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.diagnosis.situation.Situation;
import dev.homeport.localhost.Client;
import dev.homeport.net.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether most programs get what they want, by what was found to be wrong and what was tried. */
final class Reachability {

    /** What is to be said though a connection comes about. */
    private static final Set<CauseCode> BESIDE_SUCCESS = EnumSet.of(
            CauseCode.OTHER_FAMILY_ONLY,
            CauseCode.SLOW,
            CauseCode.NAT_REDIRECT,
            CauseCode.BROWSER_POLICY,
            CauseCode.UNIX_SOCKET_CLIENT,
            CauseCode.JVM_WITHOUT_IPV6);

    /** A connection comes about, and is good for nothing. */
    private static final Set<CauseCode> IN_THE_SERVER = EnumSet.of(
            CauseCode.PROCESS_STOPPED,
            CauseCode.SERVER_CLOSES,
            CauseCode.SERVER_SILENT,
            CauseCode.TLS_MISMATCH,
            CauseCode.PROTOCOL_MISMATCH,
            CauseCode.FORWARDER_DEAD_TARGET);

    private Reachability() {}

    /** Whether it is to be said though a connection comes about. */
    static boolean isBesideSuccess(Cause cause) {
        return BESIDE_SUCCESS.contains(cause.code());
    }

    /** Null where neither the table of sockets nor a try tells. */
    static @Nullable Boolean of(Examination examined, List<Cause> causes) {
        Situation situation = examined.situation();
        Optional<Destination> reached = examined.meant(Client.NATIVE).stream()
                .filter(Destination::isOurs)
                .filter(Destination::isReached)
                .findFirst();
        if (situation.sockets().latest().isEmpty() && !situation.isProbed()) {
            return null;
        } else if (reached.isEmpty()
                || causes.stream().anyMatch(cause -> IN_THE_SERVER.contains(cause.code()))
                || causes.stream().anyMatch(cause -> isCertainlyBroken(cause) && !isSpoken(reached.get()))) {
            return false;
        }
        boolean isUntried = reached.get().trial() == null;
        boolean isUncertain =
                isUntried && (situation.isProbed() || !reached.get().choice().isCertain());
        return isUncertain ? null : Boolean.TRUE;
    }

    private static boolean isCertainlyBroken(Cause cause) {
        return cause.confidence() == Confidence.HIGH && !isBesideSuccess(cause);
    }

    private static boolean isSpoken(Destination reached) {
        return reached.attempt() != null && reached.attempt().outcome() == Outcome.ACCEPTED;
    }
}
