package dev.homeport.health.loopback;

import dev.homeport.finding.Fix;
import dev.homeport.health.Cause;
import dev.homeport.health.Explanation;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.source.Route;
import dev.homeport.latency.probe.Failure;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Outcome;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from self-tests and a look at the interfaces. Pure. What could not be looked at explains nothing, and is no
 * ground for a guess.
 */
final class LoopbackRules {

    /** Causes for which the interface itself, or its routes, are to be mended. */
    private static final Set<Cause> OF_DEVICE = EnumSet.of(
            Cause.LO_NEVER_UP, Cause.LO_DOWN, Cause.LO_NO_IPV4, Cause.LO_QUEUEING, Cause.LOCAL_ROUTE_ALTERED);

    /** Causes that make an IPv6 that does not answer an absent one. */
    private static final Set<Cause> OF_ABSENCE = EnumSet.of(Cause.LO_NO_IPV6, Cause.LO_NEVER_UP, Cause.LO_DOWN);

    /**
     * The interfaces at the moment of a self-test.
     *
     * @param seen null when they could not be looked at
     * @param unread why not; null when they could
     */
    record Look(@Nullable Interfaces seen, @Nullable String unread) {}

    private final Look look;
    private final Instant now;

    LoopbackRules(Look look, Instant now) {
        this.look = look;
        this.now = now;
    }

    LoopbackState state(SelfTest.Attempt ipv4, SelfTest.Attempt ipv6) {
        FamilyState four = family(IpFamily.IPV4, ipv4);
        return new LoopbackState(four, family(IpFamily.IPV6, ipv6), device(four.explanation()));
    }

    private FamilyState family(IpFamily family, SelfTest.Attempt attempt) {
        Failure failure = attempt.failure();
        String address = IpAddress.loopback(family).text();
        if (failure == null) {
            Explanation well = Explanation.well("Programs on this machine reach each other over " + family.label()
                    + ", unless a rule for a single port forbids it.");
            String observed = "A byte went to " + address + " and back over a new TCP connection.";
            return new FamilyState(family, LoopbackAnswer.WORKS, "ok", observed, well, now);
        }
        Explanation explanation = explanation(family, attempt.answer(), failure);
        boolean absent = family == IpFamily.IPV6 && OF_ABSENCE.contains(explanation.cause());
        return new FamilyState(
                family,
                absent ? LoopbackAnswer.ABSENT : attempt.answer(),
                failure.outcome().text(),
                observed(address, failure),
                explanation,
                now);
    }

    private static String observed(String address, Failure failure) {
        return failure.absence()
                ? "Nothing was sent to " + address + ". " + failure.detail() + "."
                : "A TCP connection to a listener of Homeport's own on " + address + " came to nothing: "
                        + failure.detail() + ".";
    }

    private Explanation explanation(IpFamily family, LoopbackAnswer answer, Failure failure) {
        if (answer == LoopbackAnswer.UNTESTED && !failure.absence()) {
            return Explanation.of(
                    Cause.UNKNOWN,
                    Fix.note("Homeport has as many files open as it may: start it with a higher ulimit -n."));
        }
        return look.seen() == null ? unseen(family, failure) : new Explanations(look.seen()).of(family, failure);
    }

    /** What is known without a look: of Java by itself, and of an ::1 that cannot be bound (R5.6, R5.21). */
    private Explanation unseen(IpFamily family, Failure failure) {
        if (failure.absence()) {
            return Explanations.WITHOUT_IPV6;
        }
        boolean isAbsent = family == IpFamily.IPV6 && failure.outcome() == Outcome.ADDRESS_NOT_AVAILABLE;
        return Explanation.of(
                isAbsent ? Cause.LO_NO_IPV6 : Cause.UNKNOWN,
                Fix.note("The interface could not be looked at: " + look.unread()));
    }

    private InterfaceState device(Explanation ipv4) {
        Interfaces seen = look.seen();
        if (seen == null) {
            Explanation unread = Explanation.of(Cause.UNKNOWN, Fix.note("Nothing is known of the interface."));
            return new InterfaceState(null, null, look.unread(), unread, now);
        }
        return new InterfaceState(
                seen.loopback().orElse(null),
                seen.loopbackRoute().map(Route::text).orElse(null),
                null,
                OF_DEVICE.contains(ipv4.cause())
                        ? ipv4
                        : Explanation.well("Nothing about the interface keeps 127.0.0.1 from working."),
                now);
    }
}
