package dev.homeport.interfaces.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as the kernel wrote them on a machine whose smallest byte comes first. */
class RouteFileParserTests {

    private static final String HEADING =
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT";

    @Test
    void ipv4RoutesAreReadWithTheirGateways() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the lines are those of such a machine");
        List<Route> routes = RouteFileParser.ipv4(List.of(
                HEADING,
                "eth0\t00000000\t010200C0\t0003\t0\t0\t100\t00000000\t0\t0\t0",
                "eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0",
                "*\t0000A8C0\t00000000\t0201\t0\t0\t0\t0000FFFF\t0\t0\t0"));
        assertThat(routes)
                .extracting(Route::text)
                .containsExactly(
                        "default via 192.0.2.1 dev eth0", "192.0.2.0/24 dev eth0", "unreachable 192.168.0.0/16");
        assertThat(routes.get(0).metric()).isEqualTo(100);
    }

    @Test
    void ipv6RoutesAreReadWithThoseOfTheMachineItself() {
        List<Route> routes = RouteFileParser.ipv6(
                List.of(
                        "fd000000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001     eth0",
                        "00000000000000000000000000000001 80 00000000000000000000000000000000 00 00000000000000000000000000000000 00000000 00000002 00000000 80200001       lo",
                        "00000000000000000000000000000000 00 00000000000000000000000000000000 00 fd000000000000000000000000000001 00000400 00000001 00000000 00000003     eth0",
                        "00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo"));
        assertThat(routes)
                .extracting(Route::text)
                .containsExactly("fd00::/64 dev eth0", "local ::1 dev lo", "default via fd00::1 dev eth0");
        assertThat(routes).extracting(Route::isLocalTable).containsExactly(false, true, false);
    }

    @Test
    void whatIsNoRouteIsPassedOver() {
        assertThat(RouteFileParser.ipv4(List.of(HEADING, "", "eth0", "eth0 xyz 0 1 0 0 0 0", "a b c d e f g h")))
                .isEmpty();
        assertThat(RouteFileParser.ipv6(List.of("", "00 80", "zz 80 00 00 00 00 00 00 00000001 lo")))
                .isEmpty();
    }
}
