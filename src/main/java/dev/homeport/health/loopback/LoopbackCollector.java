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
import dev.homeport.platform.HostileText;
import dev.homeport.reading.Collector;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tests both families and looks at the interface in the same moment, so that one explains the other. */
final class LoopbackCollector implements Collector<LoopbackState> {

    /** Causes for which the interface itself, or its routes, are to be mended. */
    private static final Set<Cause> OF_DEVICE = EnumSet.of(
            Cause.LO_NEVER_UP, Cause.LO_DOWN, Cause.LO_NO_IPV4, Cause.LO_QUEUEING, Cause.LOCAL_ROUTE_ALTERED);

    /** Causes that make an IPv6 that does not answer an absent one. */
    private static final Set<Cause> OF_ABSENCE = EnumSet.of(Cause.LO_NO_IPV6, Cause.LO_NEVER_UP, Cause.LO_DOWN);

    private final SelfTest selfTest;
    private final Collector<Interfaces> interfaces;
    private final InstantSource clock;
    private @Nullable LoopbackState last;

    LoopbackCollector(SelfTest selfTest, Collector<Interfaces> interfaces, InstantSource clock) {
        this.selfTest = selfTest;
        this.interfaces = interfaces;
        this.clock = clock;
    }

    /** The interface as it was found, or why it was not. */
    private record Look(@Nullable Interfaces seen, @Nullable String unread) {}

    @Override
    public LoopbackState collect() {
        Instant now = clock.instant();
        Attempt ipv4 = selfTest.of(IpAddress.IPV4_LOOPBACK);
        Attempt ipv6 = selfTest.of(IpAddress.IPV6_LOOPBACK);
        Look look = look();
        FamilyState four = state(IpFamily.IPV4, ipv4, look, now);
        FamilyState six = state(IpFamily.IPV6, ipv6, look, now);
        LoopbackState state = new LoopbackState(four, six, device(look, four.explanation(), now));
        last = last == null ? state : state.after(last);
        return last;
    }

    private Look look() {
        try {
            return new Look(interfaces.collect(), null);
        } catch (Exception | LinkageError e) {
            return new Look(null, HostileText.clean(String.valueOf(e.getMessage())));
        }
    }

    private static FamilyState state(IpFamily family, Attempt attempt, Look look, Instant now) {
        Failure failure = attempt.failure();
        String address = family == IpFamily.IPV4 ? "127.0.0.1" : "::1";
        if (failure == null) {
            return new FamilyState(
                    family,
                    Answer.WORKS,
                    "ok",
                    "A byte went to " + address + " and back over a new TCP connection.",
                    Explanation.well("Programs on this machine reach each other over " + family.label()
                            + ", unless a rule for a single port forbids it."),
                    now);
        }
        Explanation explanation = explanation(family, attempt, failure, look);
        boolean absent = family == IpFamily.IPV6 && OF_ABSENCE.contains(explanation.cause());
        return new FamilyState(
                family,
                absent ? Answer.ABSENT : attempt.answer(),
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

    /** What cannot be looked at explains nothing, and is no ground for a guess. */
    private static Explanation explanation(IpFamily family, Attempt attempt, Failure failure, Look look) {
        if (attempt.answer() == Answer.UNTESTED && !failure.absence()) {
            return Explanation.of(
                    Cause.UNKNOWN,
                    Fix.note("Homeport has as many files open as it may: start it with a higher ulimit -n."));
        } else if (look.seen() == null && failure.absence()) {
            return Explanations.WITHOUT_IPV6;
        } else if (look.seen() == null
                && family == IpFamily.IPV6
                && failure.outcome() == Outcome.ADDRESS_NOT_AVAILABLE) {
            return Explanation.of(Cause.LO_NO_IPV6, Fix.note("The interface could not be looked at: " + look.unread()));
        } else if (look.seen() == null) {
            return Explanation.of(Cause.UNKNOWN, Fix.note("The interface could not be looked at: " + look.unread()));
        }
        return new Explanations(look.seen()).of(family, failure);
    }

    private static InterfaceState device(Look look, Explanation ipv4, Instant now) {
        Interfaces seen = look.seen();
        Explanation explanation = OF_DEVICE.contains(ipv4.cause())
                ? ipv4
                : Explanation.well("Nothing about the interface keeps 127.0.0.1 from working.");
        if (seen == null) {
            Explanation unread = Explanation.of(Cause.UNKNOWN, Fix.note("Nothing is known of the interface."));
            return new InterfaceState(null, null, look.unread(), unread, now);
        }
        return new InterfaceState(
                seen.loopback().orElse(null),
                seen.loopbackRoute().map(Route::text).orElse(null),
                null,
                explanation,
                now);
    }
}
