package dev.homeport.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.interfaces.Fixtures;
import dev.homeport.interfaces.source.AddressMark;
import dev.homeport.interfaces.source.LinkState;
import dev.homeport.interfaces.source.Route;
import dev.homeport.platform.OsFamily;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalAddressListTests {

    private static final ListeningSocket ON_LOOPBACK_2 = dev.homeport.sockets.Fixtures.tcp("127.0.0.2", 80, "two");

    private static List<LocalAddress> of(Fixtures interfaces, ListeningSocket... sockets) {
        return LocalAddressList.of(interfaces.build(), List.of(sockets));
    }

    private static List<String> texts(List<LocalAddress> addresses) {
        return addresses.stream()
                .map(one -> one.address() + " " + one.interfaceName())
                .toList();
    }

    @Test
    void loopbackComesFirstAndLinkLocalLast() {
        assertThat(texts(of(Fixtures.developersMachine())))
                .containsExactly(
                        "127.0.0.1 lo",
                        "::1 lo",
                        "172.17.0.1 docker0",
                        "192.168.1.5 eth0",
                        "2001:db8::5 eth0",
                        "fe80::5%eth0 eth0",
                        "10.8.0.2 wg0");
    }

    @Test
    void otherLoopbackAddressesCountWhileSomebodyUsesThem() {
        assertThat(texts(of(Fixtures.loopback(), ON_LOOPBACK_2))).contains("127.0.0.2 lo");
        assertThat(texts(of(Fixtures.loopback().notKnowingLocalRoutes(), ON_LOOPBACK_2)))
                .contains("127.0.0.2 lo");
        assertThat(texts(of(Fixtures.loopback().notKnowingLocalRoutes().on(OsFamily.MACOS), ON_LOOPBACK_2)))
                .as("DOMAIN R1.4")
                .doesNotContain("127.0.0.2 lo");
    }

    @Test
    void routeAloneMakesAnAddressLocal() {
        ListeningSocket anywhere = dev.homeport.sockets.Fixtures.tcp("10.99.1.1", 80, "routed");
        assertThat(texts(of(Fixtures.loopback(), anywhere))).doesNotContain("10.99.1.1 lo");
        List<LocalAddress> routed =
                of(Fixtures.loopback().localRoute(Route.Type.LOCAL, "10.99.0.0", 16, "lo"), anywhere);
        assertThat(texts(routed)).contains("10.99.1.1 lo");
        assertThat(routed.get(routed.size() - 1).isAssigned()).isFalse();
    }

    @Test
    void localRouteTellsWhoseAnAddressIsThatTwoInterfacesHave() {
        Fixtures twice = Fixtures.loopback()
                .link(2, "eth0", null)
                .address("10.0.0.1", 24)
                .withoutLocalRoutes(route -> "eth0".equals(route.interfaceName()))
                .link(3, "eth1", null)
                .address("10.0.0.1", 24);
        assertThat(texts(of(twice))).contains("10.0.0.1 eth1").doesNotContain("10.0.0.1 eth0");
    }

    @Test
    void whatCannotArriveSaysWhy() {
        assertThat(of(Fixtures.developersMachine()))
                .extracting(LocalAddress::obstacle)
                .containsOnlyNulls();
        Fixtures off = Fixtures.loopback()
                .changed(false, LinkState.DOWN, 65_536, null)
                .link(2, "eth0", null)
                .address("192.168.1.5", 24);
        assertThat(of(off))
                .extracting(LocalAddress::obstacle)
                .as("DOMAIN R5.8")
                .allMatch(obstacle -> obstacle.startsWith("Loopback is down"));
        Fixtures unrouted = Fixtures.loopback()
                .withoutLocalRoutes(route -> route.prefix() == 32)
                .localRoute(Route.Type.PROHIBIT, "127.0.0.1", 32, null);
        assertThat(of(unrouted).get(0).obstacle())
                .isEqualTo("The system has no local route to it, but this one: prohibit 127.0.0.1.");
        Fixtures tentative = Fixtures.loopback().link(2, "eth0", null).address("fd00::1", 64, AddressMark.TENTATIVE);
        assertThat(of(tentative).get(2).obstacle()).contains("still being checked");
    }

    @Test
    void wildcardsAndGroupsAreNoAddresses() {
        assertThat(texts(of(
                        Fixtures.loopback(),
                        dev.homeport.sockets.Fixtures.tcp("0.0.0.0", 80, "any"),
                        dev.homeport.sockets.Fixtures.udp("224.0.0.251", 5353, "mdns"))))
                .containsExactly("127.0.0.1 lo", "::1 lo");
    }
}
