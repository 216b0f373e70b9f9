package dev.homeport.latency.probe;

import dev.homeport.net.Outcome;
import dev.homeport.platform.HostileText;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/**
 * Why an exchange failed.
 *
 * @param detail the system's own words, or ours where it has none
 * @param absence whether there is nothing to measure, which is a fact and no failure: no IPv6, or no ICMP for us
 */
public record Failure(Outcome outcome, String detail, boolean absence) {

    Failure(Outcome outcome, String detail) {
        this(outcome, detail, false);
    }

    /** The same as an absence, if it looks like one. */
    Failure asAbsence() {
        boolean absent = absence || outcome == Outcome.ADDRESS_NOT_AVAILABLE || outcome == Outcome.NOT_PERMITTED;
        return new Failure(outcome, detail, absent);
    }

    /** What a failed attempt says. */
    public static Failure of(IOException failure) {
        return of(failure, false);
    }

    /** @param timedOut whether we ended it because it took too long */
    static Failure of(IOException failure, boolean timedOut) {
        if (timedOut && failure instanceof ClosedChannelException) {
            return new Failure(Outcome.TIMED_OUT, "No answer in time");
        } else if (failure instanceof NoSuchFamilyException) {
            return new Failure(Outcome.ADDRESS_NOT_AVAILABLE, String.valueOf(failure.getMessage()), true);
        } else if (failure instanceof Connect.SelfConnectException) {
            return new Failure(Outcome.SELF_CONNECTED, Outcome.SELF_CONNECTED.meaning());
        }
        String words = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new Failure(Outcome.of(failure), HostileText.clean(words));
    }
}
