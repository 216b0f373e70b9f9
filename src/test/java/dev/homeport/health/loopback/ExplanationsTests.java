package dev.homeport.health.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.health.Cause;
import dev.homeport.health.Explanation;
import dev.homeport.interfaces.Fixtures;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.source.LinkState;
import dev.homeport.interfaces.source.Route;
import dev.homeport.latency.probe.Failure;
import dev.homeport.net.IpFamily;
import dev.homeport.net.Outcome;
import dev.homeport.platform.OsFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What explains a failed self-test: the interface as it was saved, and the way in which it failed. */
class ExplanationsTests {

    private static Interfaces saved(String state) {
        return switch (state) {
            case "well" -> whole().build();
            case "never up" ->
                whole().withoutAddress("127.0.0.1")
                        .withoutAddress("::1")
                        .withoutLocalRoutes(route -> true)
                        .changed(false, LinkState.DOWN, 65_536, "noop")
                        .build();
            case "down" ->
                whole().withoutAddress("::1")
                        .changed(false, LinkState.DOWN, 65_536, "noqueue")
                        .build();
            case "without 127.0.0.1" ->
                whole().withoutAddress("127.0.0.1")
                        .withoutLocalRoutes(route -> route.family() == IpFamily.IPV4)
                        .build();
            case "without ::1" ->
                whole().withoutAddress("::1")
                        .withoutLocalRoutes(route -> route.family() == IpFamily.IPV6)
                        .build();
            case "small" ->
                whole().withoutAddress("::1")
                        .changed(true, LinkState.UNKNOWN, 1200, "noqueue")
                        .build();
            case "delayed" ->
                whole().changed(true, LinkState.UNKNOWN, 65_536, "netem").build();
            case "without route" ->
                whole().withoutLocalRoutes(route -> route.family() == IpFamily.IPV4)
                        .build();
            case "without route of ::1" ->
                whole().withoutLocalRoutes(route -> route.family() == IpFamily.IPV6)
                        .build();
            case "prohibited" ->
                whole().withoutLocalRoutes(route -> route.prefix() == 32)
                        .localRoute(Route.Type.PROHIBIT, "127.0.0.1", 32, null)
                        .build();
            case "Mac" -> whole().notKnowingLocalRoutes().on(OsFamily.MACOS).build();
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static Fixtures whole() {
        return Fixtures.loopback().localRoute(Route.Type.LOCAL, "::1", 128, "lo");
    }

    @ParameterizedTest
    @CsvSource({
        "never up,             IPV4, NETWORK_UNREACHABLE,   LO_NEVER_UP,         sudo ip link set lo up",
        "never up,             IPV4, ADDRESS_NOT_AVAILABLE, LO_NEVER_UP,         sudo ip link set lo up",
        "never up,             IPV6, ADDRESS_NOT_AVAILABLE, LO_NEVER_UP,         sudo ip link set lo up",
        "down,                 IPV4, TIMED_OUT,             LO_DOWN,             sudo ip link set lo up",
        "down,                 IPV6, ADDRESS_NOT_AVAILABLE, LO_DOWN,             sudo ip link set lo up",
        "without 127.0.0.1,    IPV4, NETWORK_UNREACHABLE,   LO_NO_IPV4,          sudo ip addr add 127.0.0.1/8 dev lo",
        "without ::1,          IPV6, ADDRESS_NOT_AVAILABLE, LO_NO_IPV6,          sudo ip addr add ::1/128 dev lo",
        "without ::1,          IPV4, TIMED_OUT,             FIREWALL_DROP,       sudo iptables -I INPUT 1 -i lo -j ACCEPT",
        "small,                IPV6, ADDRESS_NOT_AVAILABLE, LO_NO_IPV6,          sudo ip link set lo mtu 65536 && sudo ip addr add ::1/128 dev lo",
        "small,                IPV4, TIMED_OUT,             FIREWALL_DROP,       sudo iptables -I INPUT 1 -i lo -j ACCEPT",
        "delayed,              IPV4, TIMED_OUT,             LO_QUEUEING,         sudo tc qdisc del dev lo root",
        "delayed,              IPV4, REFUSED,               FIREWALL_REJECT,     sudo iptables -I INPUT 1 -i lo -j ACCEPT",
        "without route,        IPV4, NETWORK_UNREACHABLE,   LOCAL_ROUTE_ALTERED, sudo ip route replace local 127.0.0.0/8 dev lo table local",
        "without route of ::1, IPV6, NETWORK_UNREACHABLE,   LOCAL_ROUTE_ALTERED, sudo ip -6 route replace local ::1 dev lo table local",
        "without route of ::1, IPV4, TIMED_OUT,             FIREWALL_DROP,       sudo iptables -I INPUT 1 -i lo -j ACCEPT",
        "prohibited,           IPV4, NOT_PERMITTED,         LOCAL_ROUTE_ALTERED, sudo ip route del prohibit 127.0.0.1 table local && sudo ip route replace local 127.0.0.0/8 dev lo table local",
        "well,                 IPV4, TIMED_OUT,             FIREWALL_DROP,       sudo iptables -I INPUT 1 -i lo -j ACCEPT",
        "well,                 IPV6, TIMED_OUT,             FIREWALL_DROP,       sudo ip6tables -I INPUT 1 -i lo -j ACCEPT",
        "well,                 IPV4, REFUSED,               FIREWALL_REJECT,     sudo iptables -I INPUT 1 -i lo -j ACCEPT",
        "well,                 IPV4, HOST_UNREACHABLE,      FIREWALL_REJECT,     sudo iptables -I INPUT 1 -i lo -j ACCEPT",
        "well,                 IPV4, NOT_PERMITTED,         EBPF_OR_SECCOMP,     ",
        "well,                 IPV4, INVALID_ADDRESS,       LOCAL_ROUTE_ALTERED, ",
        "well,                 IPV4, ADDRESS_NOT_AVAILABLE, EPHEMERAL_EXHAUSTED, ",
        "well,                 IPV4, FAILED,                UNKNOWN,             ",
        "Mac,                  IPV4, TIMED_OUT,             FIREWALL_DROP,       "
    })
    void causeFollowsFromTheInterfaceThenFromTheFailure(
            String state, IpFamily family, Outcome outcome, Cause cause, String command) {
        Explanation explanation =
                new Explanations(saved(state)).of(family, new Failure(outcome, outcome.label(), false));
        assertThat(explanation.cause()).isEqualTo(cause);
        assertThat(explanation.fix().command()).isEqualTo(command);
        assertThat(explanation.meaning()).isNotBlank();
        assertThat(explanation.fix().note()).isNotBlank();
    }

    @Test
    void javaWithoutIpv6IsTheCauseOnlyWhereTheMachineHasIt() {
        Failure noFamily =
                new Failure(Outcome.ADDRESS_NOT_AVAILABLE, "This Java process was started without IPv6", true);
        assertThat(new Explanations(saved("well")).of(IpFamily.IPV6, noFamily).cause())
                .isEqualTo(Cause.JVM_WITHOUT_IPV6);
        assertThat(new Explanations(saved("without ::1"))
                        .of(IpFamily.IPV6, noFamily)
                        .cause())
                .isEqualTo(Cause.LO_NO_IPV6);
        assertThat(new Explanations(saved("never up"))
                        .of(IpFamily.IPV6, noFamily)
                        .cause())
                .isEqualTo(Cause.LO_NEVER_UP);
    }

    /** R5.40, row 5: within 250 ms the one looks like the other. */
    @Test
    void timeOutOfIpv6MayBeARejection() {
        Failure timedOut = new Failure(Outcome.TIMED_OUT, "Connect timed out", false);
        Explanations explanations = new Explanations(saved("well"));
        assertThat(explanations.of(IpFamily.IPV6, timedOut).meaning()).contains("Or it rejects by ICMPv6");
        assertThat(explanations.of(IpFamily.IPV4, timedOut).meaning()).doesNotContain("rejects");
    }

    @Test
    void noFixFlushesAFirewall() {
        for (Outcome outcome : Outcome.values()) {
            Explanation explanation =
                    new Explanations(saved("well")).of(IpFamily.IPV4, new Failure(outcome, "x", false));
            assertThat(explanation.fix().command() + explanation.fix().note())
                    .doesNotContain("flush", "-F", "policy ACCEPT");
        }
    }
}
