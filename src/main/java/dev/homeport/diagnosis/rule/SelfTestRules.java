package dev.homeport.diagnosis.rule;

import dev.homeport.diagnosis.cause.Cause;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.cause.Confidence;
import dev.homeport.diagnosis.cause.Observation;
import dev.homeport.diagnosis.cause.Remedy;
import dev.homeport.diagnosis.examination.Destination;
import dev.homeport.diagnosis.examination.Examination;
import dev.homeport.finding.Fix;
import dev.homeport.health.loopback.FamilyState;
import dev.homeport.localhost.Client;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the self-test of loopback says: where that fails, no port answers (DOMAIN R5.30 to R5.32). */
final class SelfTestRules {

    private final Examination examined;

    SelfTestRules(Examination examined) {
        this.examined = examined;
    }

    List<Cause> causes() {
        return Arrays.stream(IpFamily.values())
                .flatMap(family -> of(family).stream())
                .toList();
    }

    private Optional<Cause> of(IpFamily family) {
        boolean isMeant = examined.meant(Client.NATIVE).stream()
                .map(Destination::address)
                .anyMatch(address -> address.isLoopback() && address.family() == family);
        return isMeant ? examined.loopback().map(state -> state.of(family)).flatMap(this::of) : Optional.empty();
    }

    private Optional<Cause> of(FamilyState state) {
        IpAddress address = IpAddress.loopback(state.family());
        boolean isOnlyOne = examined.meant(Client.NATIVE).stream()
                .allMatch(destination -> destination.address().family() == state.family());
        return switch (state.answer()) {
            case WORKS, UNTESTED -> Optional.empty();
            case ABSENT ->
                isOnlyOne
                        ? Optional.of(new Cause(
                                CauseCode.LO_NO_IPV6,
                                Confidence.HIGH,
                                "This machine has no " + address.text() + ": every connection there fails at once.",
                                List.of(evidence(state)),
                                remedy(state.explanation().fix()),
                                null))
                        : Optional.empty();
            case FAILS ->
                Optional.of(new Cause(
                        code(state),
                        isSeen(state) ? Confidence.HIGH : Confidence.MEDIUM,
                        "Loopback itself does not work at " + address.text() + ". "
                                + state.explanation().meaning(),
                        List.of(evidence(state)),
                        remedy(state.explanation().fix()),
                        null));
        };
    }

    /** The codes are the same ones (DOMAIN D7); what health tells beyond them is no cause of its own here. */
    private static CauseCode code(FamilyState state) {
        return switch (state.explanation().cause()) {
            case LO_NEVER_UP -> CauseCode.LO_NEVER_UP;
            case LO_DOWN -> CauseCode.LO_DOWN;
            case LO_NO_IPV4 -> CauseCode.LO_NO_IPV4;
            case LO_NO_IPV6 -> CauseCode.LO_NO_IPV6;
            case LO_QUEUEING -> CauseCode.SLOW;
            case LOCAL_ROUTE_ALTERED -> CauseCode.LOCAL_ROUTE_ALTERED;
            case FIREWALL_DROP -> CauseCode.FIREWALL_DROP;
            case FIREWALL_REJECT -> CauseCode.FIREWALL_REJECT;
            case EBPF_OR_SECCOMP -> CauseCode.EBPF_OR_SECCOMP;
            case EPHEMERAL_EXHAUSTED -> CauseCode.EPHEMERAL_EXHAUSTED;
            case JVM_WITHOUT_IPV6 -> CauseCode.JVM_WITHOUT_IPV6;
            case NAME_UNRESOLVED -> CauseCode.NAME_UNRESOLVED;
            case NAME_NOT_LOOPBACK -> CauseCode.NAME_NOT_LOOPBACK;
            case NONE, UNKNOWN -> CauseCode.UNKNOWN;
        };
    }

    /** Whether it follows from how the interface is, and not from the way alone in which the self-test failed. */
    private static boolean isSeen(FamilyState state) {
        return switch (code(state)) {
            case LO_NEVER_UP, LO_DOWN, LO_NO_IPV4, LO_NO_IPV6, LOCAL_ROUTE_ALTERED -> true;
            default -> false;
        };
    }

    private static Observation evidence(FamilyState state) {
        return new Observation(
                IpAddress.loopback(state.family()).text() + ": " + state.observed(), "self-test of loopback", "R5.30");
    }

    private static @Nullable Remedy remedy(@Nullable Fix fix) {
        return fix == null ? null : Remedy.of(fix, "It changes the loopback of this whole network namespace.");
    }
}
