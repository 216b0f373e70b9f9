package dev.homeport.interfaces;

import dev.homeport.finding.Evidence;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.interfaces.source.Route;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.HostileText;
import dev.homeport.platform.OsFamily;
import java.util.Optional;

/** Whether loopback has its two addresses, and the route that makes 127.0.0.0/8 this machine's own. */
final class LoopbackAddresses {

    private static final String IP = "ip addr show lo";

    private final Interfaces all;
    private final Interface loopback;

    LoopbackAddresses(Interfaces all, Interface loopback) {
        this.all = all;
        this.loopback = loopback;
    }

    LoopbackCheck ipv4() {
        Optional<AssignedAddress> address = loopback.own(IpAddress.IPV4_LOOPBACK);
        String subject = "127.0.0.1";
        if (address.isPresent()) {
            boolean whole = address.get().prefix() == 8 || all.osFamily() != OsFamily.LINUX;
            Evidence evidence = new Evidence(address.get().text() + " on " + loopback.name(), IP);
            return whole
                    ? LoopbackCheck.good(
                            LoopbackNeed.LOOPBACK_IPV4_MISSING,
                            subject,
                            evidence,
                            all.osFamily() == OsFamily.LINUX
                                    ? "On Linux all of 127.0.0.0/8 is this machine, without any configuration."
                                    : "Only the addresses that are configured answer; not all of 127.0.0.0/8.")
                    : new LoopbackCheck(
                            LoopbackNeed.LOOPBACK_IPV4_NARROW,
                            subject,
                            evidence,
                            Severity.INFO,
                            "Only this part of 127.0.0.0/8 is this machine, not the whole as usual.",
                            new Fix("sudo ip addr add 127.0.0.1/8 dev lo", "gives it the usual address"));
        }
        return new LoopbackCheck(
                LoopbackNeed.LOOPBACK_IPV4_MISSING,
                subject,
                new Evidence("no interface has it", IP),
                Severity.ERROR,
                "Connections to 127.0.0.1 fail, or hang where a default route takes them away; and where another interface has "
                        + "an address, programs cannot bind it either.",
                new Fix("sudo ip addr add 127.0.0.1/8 dev lo", "gives it back"));
    }

    /** The route that no {@code ip route show} prints, and that can be removed or overridden (R5.3, R5.4). */
    Optional<LoopbackCheck> localRoute() {
        if (all.localRoutes() == null) {
            return Optional.empty();
        }
        Optional<Route> route = all.loopbackRoute();
        String source = "ip route show table local";
        if (route.isPresent() && route.get().type() == Route.Type.LOCAL) {
            return Optional.of(
                    LoopbackCheck.good(
                            LoopbackNeed.LOOPBACK_ROUTE_MISSING,
                            "Local route",
                            new Evidence(route.get().text(), source),
                            "What is sent there stays in this machine. It stands in the table local, which ip route show leaves out."));
        }
        String observed = route.map(Route::text).orElse("none for 127.0.0.1");
        return Optional.of(new LoopbackCheck(
                LoopbackNeed.LOOPBACK_ROUTE_MISSING,
                "Local route",
                new Evidence(observed, source),
                Severity.ERROR,
                "Without it, connections to 127.0.0.1 fail: " + consequence(route) + ".",
                new Fix(
                        removal(route) + "sudo ip route replace local 127.0.0.0/8 dev lo table local",
                        "puts it back")));
    }

    /** A route to 127.0.0.1 alone would win over that of the whole block. */
    private static String removal(Optional<Route> other) {
        return other.filter(route -> route.interfaceName() == null || HostileText.isPlainWord(route.interfaceName()))
                .map(route -> "sudo ip route del " + route.text() + " table local && ")
                .orElse("");
    }

    /** The errno of R5.40. */
    private static String consequence(Optional<Route> route) {
        return switch (route.map(Route::type).orElse(Route.Type.OTHER)) {
            case PROHIBIT -> "not permitted (EACCES)";
            case BLACKHOLE -> "invalid argument (EINVAL)";
            case UNREACHABLE -> "no route to host (EHOSTUNREACH)";
            default -> "network unreachable (ENETUNREACH)";
        };
    }

    /** Absent IPv6 is a fact, no failure (R5.22); why it is absent, R5.20 lists. */
    LoopbackCheck ipv6() {
        Optional<AssignedAddress> address = loopback.own(IpAddress.IPV6_LOOPBACK);
        if (address.isPresent()) {
            return LoopbackCheck.good(
                    LoopbackNeed.LOOPBACK_IPV6_MISSING,
                    "::1",
                    new Evidence(address.get().text() + " on " + loopback.name(), IP),
                    "IPv6 loopback is this one address.");
        }
        return new LoopbackCheck(
                LoopbackNeed.LOOPBACK_IPV6_MISSING,
                "::1",
                new Evidence("no interface has it", IP),
                Severity.INFO,
                "Programs that try ::1 first, as many do for localhost, fail there at once and go on to 127.0.0.1. "
                        + whyNoIpv6(),
                ipv6Fix());
    }

    private String whyNoIpv6() {
        boolean kernelHasIpv6 = all.settings()
                .named(KernelSettings.DISABLE_IPV6_ALL)
                .map(setting -> setting.value() != null)
                .orElse(true);
        if (!kernelHasIpv6) {
            return "The kernel was started without IPv6.";
        } else if (isIpv6Disabled()) {
            return "IPv6 is switched off (disable_ipv6).";
        }
        return "Perhaps the MTU was below 1280 for a while, or somebody removed it.";
    }

    private boolean isIpv6Disabled() {
        return all.settings().isOn(KernelSettings.DISABLE_IPV6_ALL)
                || all.settings().isOn(KernelSettings.DISABLE_IPV6_LO);
    }

    private Fix ipv6Fix() {
        if (all.osFamily() != OsFamily.LINUX) {
            return Fix.note("Switch IPv6 on in the system's network settings.");
        } else if (isIpv6Disabled()) {
            return new Fix(
                    "sudo sysctl -w net.ipv6.conf.all.disable_ipv6=0 net.ipv6.conf.lo.disable_ipv6=0",
                    "switches IPv6 on; in a container: docker run --sysctl net.ipv6.conf.all.disable_ipv6=0");
        }
        return new Fix("sudo ip addr add ::1/128 dev lo", "gives it back, where the kernel has IPv6");
    }
}
