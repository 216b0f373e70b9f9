package dev.homeport.diagnosis.examination;

import dev.homeport.diagnosis.situation.Trial;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.SocketLookup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that the target means to somebody.
 *
 * @param isOurs whether it is this machine's
 * @param isThere whether an interface has it, or a route makes it this machine's: ::1 may be missing
 * @param choice who gets what arrives there
 * @param trial what came of connecting there; null when that was not tried
 */
public record Destination(
        IpAddress address,
        boolean isOurs,
        boolean isThere,
        SocketLookup.Choice choice,
        @Nullable Trial trial) {

    /** How a connection there went; null when none was tried. */
    public ConnectProbe.@Nullable Attempt attempt() {
        return trial == null ? null : trial.attempt();
    }

    /** Those that get what arrives there; none when nobody waits. */
    public List<ListeningSocket> sockets() {
        return choice.sockets();
    }

    /** Whether by the table of sockets somebody answers there. Who got through knows better than an older reading. */
    public boolean isAnswered() {
        boolean wasReached = trial != null && trial.attempt().outcome().isAccepted();
        return (isThere || wasReached) && !sockets().isEmpty();
    }

    /** Whether a connection comes about there: as it was tried, else as the table of sockets says. */
    public boolean isReached() {
        return trial == null ? isAnswered() : trial.attempt().outcome().isAccepted();
    }
}
