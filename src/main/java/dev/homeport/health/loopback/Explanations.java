package dev.homeport.health.loopback;

import dev.homeport.finding.Fix;
import dev.homeport.health.Cause;
import dev.homeport.health.Explanation;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.LoopbackCheck;
import dev.homeport.interfaces.LoopbackChecks;
import dev.homeport.interfaces.source.Route;
import dev.homeport.latency.probe.Failure;
import dev.homeport.net.IpAddress;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Outcome;
import dev.homeport.platform.OsFamily;
import java.util.Optional;

/**
 * Why a self-test failed: what is wrong with the interface comes first, since it can be seen (DOMAIN R5.6, R5.9, R5.20,
 * R5.31); what is left follows from the way in which it failed (R5.40).
 */
final class Explanations {

    /** What Java says by itself, whatever the machine has. */
    static final Explanation WITHOUT_IPV6 = Explanation.of(Cause.JVM_WITHOUT_IPV6, Fix.note("Start Homeport again."));

    /** R5.40, row 5. */
    private static final String LATE_REJECTION =
            " Or it rejects by ICMPv6, which the kernel tells only after a second, when the self-test is long over.";

    private static final Fix IPV6_ROUTE =
            new Fix("sudo ip -6 route replace local ::1 dev lo table local", "puts the route back");

    private final Interfaces seen;

    Explanations(Interfaces seen) {
        this.seen = seen;
    }

    Explanation of(IpFamily family, Failure failure) {
        return LoopbackChecks.of(seen).stream()
                .filter(check -> check.fix() != null)
                .flatMap(check -> explained(check, family, failure.outcome()).stream())
                .findFirst()
                .or(() -> ipv6Route(family))
                .orElseGet(() -> byOutcome(family, failure));
    }

    private Optional<Explanation> explained(LoopbackCheck check, IpFamily family, Outcome outcome) {
        Cause cause = switch (check.need()) {
            case LOOPBACK_MISSING -> Cause.LO_NEVER_UP;
            case LOOPBACK_DOWN -> hasAddresses() ? Cause.LO_DOWN : Cause.LO_NEVER_UP;
            case LOOPBACK_IPV4_MISSING -> family == IpFamily.IPV4 ? Cause.LO_NO_IPV4 : Cause.NONE;
            case LOOPBACK_ROUTE_MISSING -> family == IpFamily.IPV4 ? Cause.LOCAL_ROUTE_ALTERED : Cause.NONE;
            case LOOPBACK_MTU, LOOPBACK_IPV6_MISSING ->
                family == IpFamily.IPV6 && !hasIpv6() ? Cause.LO_NO_IPV6 : Cause.NONE;
            case LOOPBACK_QDISC -> outcome == Outcome.TIMED_OUT ? Cause.LO_QUEUEING : Cause.NONE;
            case LOOPBACK_IPV4_NARROW -> Cause.NONE;
        };
        Fix fix = check.fix();
        return cause == Cause.NONE || fix == null
                ? Optional.empty()
                : Optional.of(new Explanation(cause, check.meaning(), fix));
    }

    private boolean hasAddresses() {
        return seen.loopback().filter(lo -> !lo.addresses().isEmpty()).isPresent();
    }

    private boolean hasIpv6() {
        return seen.loopback().flatMap(lo -> lo.own(IpAddress.IPV6_LOOPBACK)).isPresent();
    }

    private Optional<Explanation> ipv6Route(IpFamily family) {
        boolean isAltered = family == IpFamily.IPV6
                && seen.localRoutes() != null
                && seen.localRoute(IpAddress.IPV6_LOOPBACK)
                        .filter(route -> route.type() == Route.Type.LOCAL)
                        .isEmpty();
        return isAltered ? Optional.of(Explanation.of(Cause.LOCAL_ROUTE_ALTERED, IPV6_ROUTE)) : Optional.empty();
    }

    /** A family that Java does not have is told by an absence; an address that is not there was looked for before. */
    private Explanation byOutcome(IpFamily family, Failure failure) {
        if (failure.absence()) {
            return WITHOUT_IPV6;
        }
        return switch (failure.outcome()) {
            case TIMED_OUT ->
                new Explanation(
                        Cause.FIREWALL_DROP,
                        Cause.FIREWALL_DROP.meaning() + (family == IpFamily.IPV6 ? LATE_REJECTION : ""),
                        firewall(family));
            case REFUSED, NETWORK_UNREACHABLE, HOST_UNREACHABLE ->
                Explanation.of(Cause.FIREWALL_REJECT, firewall(family));
            case NOT_PERMITTED ->
                Explanation.of(
                        Cause.EBPF_OR_SECCOMP,
                        Fix.note(
                                "Look for what forbids it: sudo bpftool cgroup tree, ip rule, sudo nft list ruleset, ausearch -m "
                                        + "avc."));
            case INVALID_ADDRESS ->
                Explanation.of(
                        Cause.LOCAL_ROUTE_ALTERED, Fix.note("Look for a blackhole: ip route show table all, ip rule."));
            case ADDRESS_NOT_AVAILABLE ->
                Explanation.of(
                        Cause.EPHEMERAL_EXHAUSTED,
                        Fix.note("See who holds them: ss -tanp. Keep connections instead of opening new ones, or widen "
                                + "net.ipv4.ip_local_port_range."));
            default -> Explanation.of(Cause.UNKNOWN, Fix.note("The observed words are all that the system tells."));
        };
    }

    /** The one rule that lets loopback through, and not a word of flushing any other (R5.45). */
    private Fix firewall(IpFamily family) {
        String command = family == IpFamily.IPV4 ? "iptables" : "ip6tables";
        return seen.osFamily() == OsFamily.LINUX
                ? new Fix(
                        "sudo " + command + " -I INPUT 1 -i lo -j ACCEPT",
                        "lets through what comes in by lo; what is dropped on its way out needs -I OUTPUT 1 -o lo. With nftables, "
                                + "add the same to the chain in question: sudo nft list ruleset shows it")
                : Fix.note("Allow loopback in the firewall's settings.");
    }
}
