package dev.homeport.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.source.LinkState;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of DOMAIN R1.30 and what stands beside it, on a saved machine. */
class ReachTests {

    private static final Interfaces MACHINE =
            dev.homeport.interfaces.Fixtures.developersMachine().build();

    private static Reach reach(Interfaces interfaces, ListeningSocket... sockets) {
        return Reach.of(sockets[0], AddressMap.of(interfaces, List.of(sockets)), interfaces, Enclosure.NONE);
    }

    private static Reach reach(ListeningSocket... sockets) {
        return reach(MACHINE, sockets);
    }

    private static Access.Verdict verdict(Reach reach, Audience audience) {
        return reach.access().get(audience.ordinal()).verdict();
    }

    private static List<String> caveats(Reach reach) {
        return reach.caveats().stream().map(Caveat::id).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,          127.0.0.1,             yes partly no no",
        "127.0.0.2,          127.0.0.2,             yes partly no no",
        "::1,                ::1,                   yes partly no no",
        "::ffff:127.0.0.1,   127.0.0.1,             yes partly no no",
        "0.0.0.0,            127.0.0.1 172.17.0.1 192.168.1.5 10.8.0.2,        yes yes yes partly",
        "::,                 127.0.0.1 ::1 172.17.0.1 192.168.1.5 2001:db8::5 fe80::5%eth0 10.8.0.2, yes yes yes partly",
        "192.168.1.5,        192.168.1.5,           yes yes yes partly",
        "172.17.0.1,         172.17.0.1,            yes yes partly partly",
        "fe80::5%eth0,       fe80::5%eth0,          yes partly yes no",
        "198.51.100.9,       '',                    no no no no"
    })
    void bindDecidesWhoReachesIt(String bind, String answersAt, String verdicts) {
        ListeningSocket socket = Fixtures.tcp(bind, 5000, "server");
        Reach reach = reach(bind.startsWith("fe80") ? Fixtures.onDevice(socket, "eth0") : socket);
        assertThat(reach.answersAt().stream()
                        .map(address -> address.address().text())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(answersAt);
        assertThat(reach.access().stream()
                        .map(access -> access.verdict().label())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(verdicts);
    }

    @Test
    void publicAddressIsReachedFromAnywhere() {
        Interfaces onInternet = dev.homeport.interfaces.Fixtures.loopback()
                .link(2, "eth0", null)
                .address("93.184.216.34", 24)
                .build();
        Reach reach = reach(onInternet, Fixtures.tcp("0.0.0.0", 5000, "server"));
        assertThat(verdict(reach, Audience.ANYWHERE)).isEqualTo(Access.Verdict.YES);
        assertThat(reach.access().get(3).because()).isEqualTo("At 93.184.216.34: a public address.");
    }

    @Test
    void deviceNarrowsAWildcard() {
        Reach lo = reach(Fixtures.onDevice(Fixtures.tcp("0.0.0.0", 5000, "server"), "lo"));
        assertThat(verdict(lo, Audience.NETWORK)).isEqualTo(Access.Verdict.NO);
        assertThat(lo.whyNotRemote()).isEqualTo("Bound to the device lo, which leads to no other computer.");
        Reach eth0 = reach(Fixtures.onDevice(Fixtures.tcp("0.0.0.0", 5000, "server"), "eth0"));
        assertThat(eth0.access().get(0).because()).isEqualTo("At 192.168.1.5; neither 127.0.0.1 nor ::1 leads there.");
        assertThat(verdict(eth0, Audience.NEIGHBOURS))
                .as("containers come in by docker0")
                .isEqualTo(Access.Verdict.PARTLY);
    }

    @Test
    void urlForAnotherComputerIsThatOfTheDefaultRoute() {
        RemoteUrl web = reach(Fixtures.tcp("0.0.0.0", 5000, "python3")).remote();
        assertThat(web)
                .isEqualTo(new RemoteUrl(
                        new dev.homeport.net.Endpoint(Fixtures.address("192.168.1.5"), 5000),
                        "http://192.168.1.5:5000/",
                        true));
        RemoteUrl database = reach(Fixtures.tcp("0.0.0.0", 5432, "postgres")).remote();
        assertThat(database.endpoint().text()).isEqualTo("192.168.1.5:5432");
        assertThat(database.url()).as("a database speaks no HTTP").isNull();
        RemoteUrl unknown = reach(Fixtures.tcp("0.0.0.0", 12345, "server")).remote();
        assertThat(unknown.url()).isEqualTo("http://192.168.1.5:12345/");
        assertThat(unknown.isWeb()).isFalse();
        assertThat(reach(Fixtures.udp("0.0.0.0", 5353, "mdns")).remote().url()).isNull();
        assertThat(reach(Fixtures.tcp("2001:db8::5", 80, "six")).remote().url()).isEqualTo("http://[2001:db8::5]/");
    }

    @Test
    void withoutUrlItSaysWhyAndWhatToChange() {
        assertThat(reach(Fixtures.tcp("127.0.0.1", 5000, "vite")).whyNotRemote())
                .startsWith("Bound to 127.0.0.1: only this machine. To let others in, start it with --host 0.0.0.0")
                .contains("let the firewall pass TCP port 5000 (ufw: sudo ufw allow 5000/tcp)");
        assertThat(reach(Fixtures.tcp("127.0.0.1", 5432, "postgres")).whyNotRemote())
                .contains("listen_addresses");
        assertThat(reach(Fixtures.tcp("172.17.0.1", 5000, "server")).whyNotRemote())
                .startsWith("Bound to 172.17.0.1: this machine and its containers.");
        assertThat(reach(Fixtures.tcp("198.51.100.9", 5000, "server")).whyNotRemote())
                .contains("which no interface has");
        assertThat(reach(dev.homeport.interfaces.Fixtures.loopback().build(), Fixtures.tcp("0.0.0.0", 5000, "server"))
                        .whyNotRemote())
                .isEqualTo("This machine has no address on a network that other computers are on.");
    }

    @Test
    void inAContainerTheHostDecides() {
        ListeningSocket socket = Fixtures.tcp("127.0.0.1", 5000, "vite");
        Reach reach = Reach.of(socket, AddressMap.of(MACHINE, List.of(socket)), MACHINE, Enclosure.OWN_CONTAINER);
        assertThat(reach.remote()).isNull();
        assertThat(reach.whyNotRemote()).contains("docker run -p 5000:5000").contains("--host 0.0.0.0");
        assertThat(caveats(reach)).contains("container");
    }

    /** Its addresses may be a pair of ends that both are inside: nothing tells whether another computer has a way in. */
    @ParameterizedTest
    @CsvSource({"NAMESPACE, decided outside, namespace", "CONTAINER, the ports that it publishes, container"})
    void whatLeadsIntoAnotherNamespaceIsNotPromised(Enclosure enclosure, String why, String caveat) {
        ListeningSocket socket = Fixtures.tcp("0.0.0.0", 5000, "vite");
        Reach reach = Reach.of(socket, AddressMap.of(MACHINE, List.of(socket)), MACHINE, enclosure);
        assertThat(reach.remote()).isNull();
        assertThat(reach.whyNotRemote()).contains(why).doesNotContain("ufw", "docker run");
        assertThat(caveats(reach)).contains(caveat);
    }

    /** Whether a socket on [::] takes IPv4 may be unknown, and there is no other all the same. */
    @Test
    void oneSocketAloneIsNotInTheOrderOfSeveral() {
        assertThat(caveats(reach(Fixtures.withUnknownFamily(Fixtures.tcp("::", 5000, "vite")))))
                .doesNotContain("order");
    }

    @Test
    void caveatsNameWhatTheBindDoesNotTell() {
        assertThat(caveats(reach(Fixtures.tcp("127.0.0.1", 5000, "server")))).containsExactly("handed-on");
        assertThat(caveats(reach(Fixtures.tcp("0.0.0.0", 5000, "server")))).containsExactly("firewall", "vpn");
        assertThat(caveats(reach(Fixtures.tcp("192.168.1.5", 5000, "server"))))
                .containsExactly("firewall", "weak-host");
        assertThat(caveats(reach(Fixtures.tcp("2001:db8::5", 5000, "server"))))
                .containsExactly("firewall", "weak-host", "ipv6-only");
        Interfaces exposed = dev.homeport.interfaces.Fixtures.developersMachine()
                .setting("net.ipv4.conf.eth0.route_localnet", "1")
                .build();
        assertThat(caveats(reach(exposed, Fixtures.tcp("127.0.0.1", 5000, "server"))))
                .containsExactly("handed-on", "route-localnet");
        assertThat(caveats(reach(exposed, Fixtures.tcp("192.168.1.5", 5000, "server"))))
                .doesNotContain("route-localnet");
    }

    @Test
    void forwarderBringsItsCaveats() {
        ListeningSocket forwarder = Fixtures.oddSockets().stream()
                .filter(socket -> socket.id().equals("odd-forwarder"))
                .findFirst()
                .orElseThrow();
        assertThat(caveats(reach(forwarder))).contains("forwarder", "published");
    }

    @Test
    void loopbackThatIsDownKeepsOnlyThisMachineOut() {
        Interfaces down = dev.homeport.interfaces.Fixtures.loopback()
                .changed(false, LinkState.DOWN, 65_536, null)
                .link(2, "eth0", null)
                .address("192.168.1.5", 24)
                .gateway("192.168.1.1", "eth0")
                .build();
        Reach reach = reach(down, Fixtures.tcp("0.0.0.0", 5000, "server"));
        assertThat(verdict(reach, Audience.HERE)).as("DOMAIN R5.8").isEqualTo(Access.Verdict.NO);
        assertThat(verdict(reach, Audience.NETWORK)).isEqualTo(Access.Verdict.YES);
        assertThat(reach.remote().url()).isEqualTo("http://192.168.1.5:5000/");
    }

    @Test
    void interfaceWithTheDefaultRouteLeadsToOthersWhateverItIs() {
        for (String driver : List.of("veth", "macvlan", "dummy")) {
            Interfaces routed = dev.homeport.interfaces.Fixtures.loopback()
                    .link(2, "a0", driver)
                    .address("10.77.0.2", 24)
                    .gateway("10.77.0.1", "a0")
                    .build();
            Reach reach = reach(routed, Fixtures.tcp("0.0.0.0", 5000, "server"));
            assertThat(verdict(reach, Audience.NETWORK)).as(driver).isEqualTo(Access.Verdict.YES);
            assertThat(reach.remote().endpoint().text()).isEqualTo("10.77.0.2:5000");
        }
        Interfaces cable = dev.homeport.interfaces.Fixtures.loopback()
                .link(2, "a0", "veth")
                .address("10.77.0.2", 24)
                .build();
        assertThat(verdict(reach(cable, Fixtures.tcp("0.0.0.0", 5000, "server")), Audience.NETWORK))
                .as("an upper bound never says a wrong no")
                .isEqualTo(Access.Verdict.PARTLY);
    }

    /** What comes in by the device may be for any address of the machine (R1.32, R1.35). */
    @Test
    void addressOfAnotherInterfaceIsReachedThroughTheDevice() {
        Reach eth0 = reach(Fixtures.onDevice(Fixtures.tcp("172.17.0.1", 5000, "server"), "eth0"));
        assertThat(verdict(eth0, Audience.HERE)).isEqualTo(Access.Verdict.NO);
        assertThat(verdict(eth0, Audience.NETWORK)).isEqualTo(Access.Verdict.PARTLY);
        Reach docker = reach(Fixtures.onDevice(Fixtures.tcp("192.168.1.5", 5000, "server"), "docker0"));
        assertThat(verdict(docker, Audience.NEIGHBOURS)).isEqualTo(Access.Verdict.PARTLY);
        assertThat(verdict(docker, Audience.NETWORK)).isEqualTo(Access.Verdict.NO);
    }

    @Test
    void tcpOnABroadcastAddressIsReachedByNobody() {
        Interfaces broadcast = dev.homeport.interfaces.Fixtures.developersMachine()
                .localRoute(dev.homeport.interfaces.source.Route.Type.BROADCAST, "192.168.1.255", 32, "eth0")
                .build();
        Reach tcp = reach(broadcast, Fixtures.tcp("192.168.1.255", 5000, "server"));
        assertThat(tcp.access()).extracting(Access::verdict).containsOnly(Access.Verdict.NO);
        assertThat(verdict(reach(broadcast, Fixtures.udp("192.168.1.255", 5000, "server")), Audience.NETWORK))
                .isEqualTo(Access.Verdict.PARTLY);
    }

    @Test
    void whatNarrowsForEverybodyIsACaveat() {
        assertThat(caveats(reach(Fixtures.full(Fixtures.tcp("0.0.0.0", 5000, "stuck")))))
                .contains("accept-queue-full");
        assertThat(caveats(reach(
                        Fixtures.tcp("0.0.0.0", 5000, "plain"),
                        Fixtures.onDevice(Fixtures.tcp("::ffff:0.0.0.0", 5000, "device"), "eth0"))))
                .as("for IPv4 the IPv4 socket wins")
                .doesNotContain("order");
        assertThat(caveats(reach(
                        Fixtures.tcp("::", 5000, "plain"),
                        Fixtures.onDevice(Fixtures.tcp("::ffff:0.0.0.0", 5000, "device"), "eth0"))))
                .contains("order");
    }

    @Test
    void loopbackSocketSaysThatLoopbackIsDownBeforeAnythingElse() {
        Interfaces down = dev.homeport.interfaces.Fixtures.loopback()
                .changed(false, LinkState.DOWN, 65_536, null)
                .build();
        assertThat(reach(down, Fixtures.tcp("127.0.0.1", 5000, "server")).whyNotRemote())
                .isEqualTo("Nobody can reach it. Nothing that this machine sends to its address arrives.");
    }

    @Test
    void linkLocalAddressOfACableIsForWhoeverIsAtItsOtherEnd() {
        Interfaces cable = dev.homeport.interfaces.Fixtures.loopback()
                .link(2, "veth7", "veth")
                .address("fe80::7", 64)
                .build();
        Reach reach = reach(cable, Fixtures.onDevice(Fixtures.tcp("fe80::7%veth7", 5000, "server"), "veth7"));
        assertThat(verdict(reach, Audience.NEIGHBOURS)).isEqualTo(Access.Verdict.YES);
    }

    @Test
    void groupAndBroadcastAreReachedBySendingToThem() {
        Reach group = reach(Fixtures.udp("224.0.0.251", 5353, "mdns"));
        assertThat(verdict(group, Audience.NETWORK)).isEqualTo(Access.Verdict.PARTLY);
        assertThat(verdict(group, Audience.ANYWHERE)).isEqualTo(Access.Verdict.NO);
        assertThat(group.whyNotRemote()).contains("others reach it by sending there");
        Reach loopback = reach(Fixtures.udp("127.255.255.255", 5353, "odd"));
        assertThat(verdict(loopback, Audience.NETWORK)).isEqualTo(Access.Verdict.NO);
    }

    @Test
    void addressThatARouteAloneMakesLocalIsReachedByThatRoute() {
        Interfaces routed = dev.homeport.interfaces.Fixtures.developersMachine()
                .localRoute(dev.homeport.interfaces.source.Route.Type.LOCAL, "10.99.0.0", 16, "lo")
                .build();
        Reach reach = reach(routed, Fixtures.tcp("10.99.1.1", 5000, "server"));
        assertThat(verdict(reach, Audience.NETWORK)).isEqualTo(Access.Verdict.PARTLY);
        assertThat(reach.whyNotRemote()).contains("a local route makes it this machine's");
        assertThat(verdict(
                        reach(
                                routed,
                                Fixtures.onDevice(Fixtures.tcp("0.0.0.0", 5000, "lo"), "lo"),
                                Fixtures.tcp("10.99.1.1", 1, "x")),
                        Audience.NETWORK))
                .as("what comes from others comes in by another device")
                .isEqualTo(Access.Verdict.NO);
    }

    @Test
    void shadowedSocketSaysThatOthersAnswer() {
        Interfaces alone = dev.homeport.interfaces.Fixtures.loopback()
                .withoutAddress("::1")
                .build();
        Reach reach =
                reach(alone, Fixtures.tcp("0.0.0.0", 5000, "hidden"), Fixtures.tcp("127.0.0.1", 5000, "specific"));
        assertThat(reach.answersAt()).isEmpty();
        assertThat(reach.access().get(0).because())
                .isEqualTo("At each address that it could answer, another socket does.");
    }
}
