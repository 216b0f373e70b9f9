package dev.homeport.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Severity;
import dev.homeport.interfaces.source.LinkState;
import dev.homeport.interfaces.source.Route;
import dev.homeport.platform.OsFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackChecksTests {

    private static List<Finding> findings(Fixtures fixtures) {
        return InterfaceFindings.of(fixtures.build());
    }

    private static Finding only(Fixtures fixtures, String id) {
        List<Finding> matching = findings(fixtures).stream()
                .filter(finding -> finding.id().equals(id))
                .toList();
        assertThat(matching).as(id).hasSize(1);
        return matching.get(0);
    }

    @Test
    void healthyLoopbackIsNoFindingAndSaysWhyUnknownIsNormal() {
        assertThat(findings(Fixtures.loopback())).isEmpty();
        LoopbackCheck state = LoopbackChecks.of(Fixtures.loopback().build()).get(0);
        assertThat(state.observed().observed()).isEqualTo("up, state UNKNOWN");
        assertThat(state.meaning()).contains("UNKNOWN is the healthy state of loopback");
    }

    @Test
    void loopbackThatWasNeverUpIsToldFromOneThatWasSwitchedOff() {
        Fixtures never = new Fixtures().link(1, "lo", null).changed(false, LinkState.DOWN, 65_536, "noop");
        assertThat(only(never, "loopback-down"))
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR))
                .satisfies(finding ->
                        assertThat(finding.why()).contains("never switched on").contains("ENETUNREACH"))
                .satisfies(finding -> assertThat(finding.fix().command()).isEqualTo("sudo ip link set lo up"));
        Fixtures off = new Fixtures()
                .link(1, "lo", null)
                .address("127.0.0.1", 8)
                .localRoute(Route.Type.LOCAL, "127.0.0.0", 8, "lo")
                .changed(false, LinkState.DOWN, 65_536, "noqueue");
        assertThat(only(off, "loopback-down").why()).contains("switched off").contains("time out");
        assertThat(findings(off))
                .extracting(Finding::id)
                .doesNotContain("loopback-ipv4-missing", "loopback-route-missing");
    }

    @Test
    void missingLoopbackInterfaceIsAnError() {
        assertThat(only(new Fixtures().link(2, "eth0", null), "loopback-missing")
                        .severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void missingIpv4AddressIsAnErrorAndMissingIpv6AFact() {
        assertThat(only(Fixtures.loopback().withoutAddress("127.0.0.1"), "loopback-ipv4-missing")
                        .fix()
                        .command())
                .isEqualTo("sudo ip addr add 127.0.0.1/8 dev lo");
        assertThat(only(Fixtures.loopback().withoutAddress("::1"), "loopback-ipv6-missing")
                        .severity())
                .isEqualTo(Severity.INFO);
        assertThat(only(
                                Fixtures.loopback().withoutAddress("::1").setting("net.ipv6.conf.lo.disable_ipv6", "1"),
                                "loopback-ipv6-missing")
                        .why())
                .contains("switched off (disable_ipv6)");
        assertThat(findings(
                        Fixtures.loopback().withoutAddress("::1").changed(true, LinkState.UNKNOWN, 1200, "noqueue")))
                .as("one cause is one finding")
                .extracting(Finding::id)
                .containsExactly("loopback-mtu");
    }

    @Test
    void routeThatTakesThePlaceOfTheLocalOneIsNamedWithItsError() {
        Fixtures prohibited = Fixtures.loopback()
                .withoutLocalRoutes(route -> route.prefix() == 32)
                .localRoute(Route.Type.PROHIBIT, "127.0.0.1", 32, null);
        assertThat(only(prohibited, "loopback-route-missing"))
                .satisfies(finding -> assertThat(finding.message()).contains("prohibit 127.0.0.1"))
                .satisfies(finding -> assertThat(finding.why()).contains("EACCES"))
                .satisfies(finding -> assertThat(finding.fix().command())
                        .isEqualTo("sudo ip route del prohibit 127.0.0.1 table local"
                                + " && sudo ip route replace local 127.0.0.0/8 dev lo table local"));
        assertThat(only(Fixtures.loopback().withoutLocalRoutes(route -> true), "loopback-route-missing")
                        .why())
                .contains("ENETUNREACH");
        assertThat(findings(Fixtures.loopback().notKnowingLocalRoutes()))
                .as("what is not known is no finding")
                .isEmpty();
    }

    @Test
    void oddSizeAndBrakesAreWarnings() {
        assertThat(only(Fixtures.loopback().changed(true, LinkState.UNKNOWN, 1500, "noqueue"), "loopback-mtu")
                        .severity())
                .isEqualTo(Severity.WARNING);
        assertThat(only(Fixtures.loopback().changed(true, LinkState.UNKNOWN, 65_536, "netem"), "loopback-qdisc")
                        .fix()
                        .command())
                .isEqualTo("sudo tc qdisc del dev lo root");
    }

    @Test
    void otherSystemsHaveTheirOwnUsualSizeAndCommands() {
        Fixtures mac = Fixtures.loopback()
                .on(OsFamily.MACOS)
                .notKnowingLocalRoutes()
                .changed(true, LinkState.UP, 16_384, null);
        assertThat(findings(mac)).isEmpty();
        Fixtures down = Fixtures.loopback().on(OsFamily.MACOS).changed(false, LinkState.DOWN, 16_384, null);
        assertThat(only(down, "loopback-down").fix().command()).isEqualTo("sudo ifconfig lo0 up");
    }

    @Test
    void routeLocalnetIsAWarningUnlessItIsLoopbacksOwn() {
        assertThat(only(Fixtures.loopback().setting("net.ipv4.conf.docker0.route_localnet", "1"), "route-localnet"))
                .satisfies(finding -> assertThat(finding.subject()).isEqualTo("net.ipv4.conf.docker0.route_localnet"))
                .satisfies(finding -> assertThat(finding.fix().command())
                        .isEqualTo("sudo sysctl -w net.ipv4.conf.docker0.route_localnet=0"));
        assertThat(findings(Fixtures.loopback()
                        .setting("net.ipv4.conf.lo.route_localnet", "1")
                        .setting("net.ipv4.conf.all.route_localnet", "0")))
                .isEmpty();
    }

    /** Whoever makes an interface chooses its name, and the reader pastes commands into a root's terminal. */
    @Test
    void interfaceWhoseNameAShellWouldRunIsInNoCommand() {
        assertThat(only(Fixtures.loopback().setting("net.ipv4.conf.$(id).route_localnet", "1"), "route-localnet")
                        .fix()
                        .command())
                .isNull();
        Fixtures odd = Fixtures.loopback()
                .withoutLocalRoutes(route -> route.prefix() == 32)
                .localRoute(Route.Type.UNICAST, "127.0.0.1", 32, "a;id");
        assertThat(only(odd, "loopback-route-missing").fix().command())
                .isEqualTo("sudo ip route replace local 127.0.0.0/8 dev lo table local");
    }

    @Test
    void nonlocalBindIsGoodToKnow() {
        assertThat(only(Fixtures.loopback().setting("net.ipv4.ip_nonlocal_bind", "1"), "nonlocal-bind")
                        .severity())
                .isEqualTo(Severity.INFO);
        assertThat(findings(Fixtures.loopback().setting("net.ipv4.ip_nonlocal_bind", "0")))
                .isEmpty();
    }
}
