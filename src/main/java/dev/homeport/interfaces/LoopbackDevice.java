package dev.homeport.interfaces;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.interfaces.source.LinkState;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.OsFamily;
import java.util.Optional;

/** Whether the loopback interface itself is as it should be: on, of the usual size, and without a brake. */
final class LoopbackDevice {

    /** The least that IPv6 needs (RFC 8200, section 5). */
    static final int SMALLEST_IPV6_MTU = 1280;

    private static final int LINUX_MTU = 65_536;

    private final Interfaces all;
    private final Interface loopback;

    LoopbackDevice(Interfaces all, Interface loopback) {
        this.all = all;
        this.loopback = loopback;
    }

    /** How loopback is switched on. */
    static Fix up(OsFamily os) {
        return switch (os) {
            case MACOS -> new Fix("sudo ifconfig lo0 up", "switches it on");
            case WINDOWS -> Fix.note("Windows has no loopback interface to switch on: restart its network stack.");
            default -> new Fix("sudo ip link set lo up", "switches it on, and gives it its addresses");
        };
    }

    /** Two signatures of a loopback that is down (R5.6): never switched on, or switched off later. */
    LoopbackCheck state() {
        String state = loopback.state() == LinkState.NOT_TOLD
                ? ""
                : ", state " + loopback.state().name();
        String observed = (loopback.isUp() ? "up" : "down") + state;
        Evidence evidence = new Evidence(observed, "ip addr show lo");
        if (loopback.isRunning()) {
            return LoopbackCheck.good(LoopbackNeed.LOOPBACK_DOWN, loopback.name(), evidence, loopback.stateMeaning());
        }
        String how = loopback.addresses().isEmpty()
                ? "It was never switched on, as in a new network namespace: connections to 127.0.0.1 fail at once (ENETUNREACH, or EADDRNOTAVAIL "
                        + "where another interface is on)."
                : "It was switched off: connections to 127.0.0.1 hang until they time out, and ::1 is gone.";
        return new LoopbackCheck(
                LoopbackNeed.LOOPBACK_DOWN,
                loopback.name(),
                evidence,
                Severity.ERROR,
                how + " This machine cannot reach its own other addresses either; other machines still can.",
                up(all.osFamily()));
    }

    Optional<LoopbackCheck> mtu() {
        if (loopback.mtu() == null) {
            return Optional.empty();
        }
        Evidence evidence = new Evidence(loopback.mtu() + " bytes", "ip link show lo");
        if (all.osFamily() != OsFamily.LINUX || loopback.mtu() == LINUX_MTU) {
            return Optional.of(LoopbackCheck.good(
                    LoopbackNeed.LOOPBACK_MTU,
                    "MTU",
                    evidence,
                    "The largest packet that passes in one piece, as usual."));
        }
        boolean hasIpv6 = loopback.own(IpAddress.IPV6_LOOPBACK).isPresent();
        boolean tooSmall = loopback.mtu() < SMALLEST_IPV6_MTU;
        return Optional.of(new LoopbackCheck(
                LoopbackNeed.LOOPBACK_MTU,
                "MTU",
                evidence,
                Severity.WARNING,
                "The usual is 65536. "
                        + (tooSmall
                                ? "Below 1280 the system takes ::1 away, and does not give it back when the MTU rises again."
                                : "Somebody changed it, which makes loopback slower."),
                new Fix(
                        "sudo ip link set lo mtu 65536" + (hasIpv6 ? "" : " && sudo ip addr add ::1/128 dev lo"),
                        "sets the usual size")));
    }

    /** Left over from a test of slow networks, as a rule (R5.11). */
    Optional<LoopbackCheck> queueing() {
        if (loopback.queueing() == null) {
            return Optional.empty();
        }
        Evidence evidence = new Evidence(loopback.queueing(), "ip link show lo");
        return Optional.of(
                loopback.queueing().equals("noqueue") || loopback.queueing().equals("noop")
                        ? LoopbackCheck.good(
                                LoopbackNeed.LOOPBACK_QDISC,
                                "Queueing",
                                evidence,
                                "Packets are handed over at once, as they should be.")
                        : new LoopbackCheck(
                                LoopbackNeed.LOOPBACK_QDISC,
                                "Queueing",
                                evidence,
                                Severity.WARNING,
                                "Something delays, drops or limits what this machine says to itself: often left over from a "
                                        + "test of a slow network (tc netem).",
                                new Fix("sudo tc qdisc del dev lo root", "removes it")));
    }
}
