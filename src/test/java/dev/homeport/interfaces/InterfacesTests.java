package dev.homeport.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.interfaces.source.AddressMark;
import dev.homeport.interfaces.source.LinkState;
import dev.homeport.interfaces.source.Route;
import dev.homeport.net.InterfaceKind;
import dev.homeport.net.IpAddress;
import dev.homeport.platform.InterfaceCounters;
import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What interfaces mean, from saved rows. */
class InterfacesTests {

    private static final IpAddress LOOPBACK = IpAddress.parse("127.0.0.1").orElseThrow();

    private static Interface named(Interfaces all, String name) {
        return all.interfaces().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Interface one) {
        return one.addresses().stream()
                .map(own -> own.text() + " " + own.scope().text())
                .toList();
    }

    @Test
    void developersMachineIsToldByKindAndScope() {
        Interfaces all = Fixtures.developersMachine().build();
        assertThat(all.interfaces())
                .extracting(Interface::kind)
                .containsExactly(
                        InterfaceKind.LOOPBACK, InterfaceKind.ETHERNET, InterfaceKind.DOCKER_BRIDGE, InterfaceKind.VPN);
        assertThat(texts(named(all, "lo"))).containsExactly("127.0.0.1/8 loopback", "::1/128 loopback");
        assertThat(texts(named(all, "eth0")))
                .containsExactly("192.168.1.5/24 address", "2001:db8::5/64 address", "fe80::5%eth0/64 link-local");
        assertThat(texts(named(all, "docker0"))).containsExactly("172.17.0.1/16 containers");
        assertThat(all.gateways())
                .containsExactly(new Gateway(
                        dev.homeport.net.IpFamily.IPV4,
                        IpAddress.parse("192.168.1.1").orElseThrow(),
                        "eth0"));
        assertThat(all.dns().servers()).containsExactly("192.168.1.1");
    }

    @Test
    void addressSaysWhatItIsForAndWhatIsSpecial() {
        Interfaces all = Fixtures.developersMachine()
                .link(7, "wlan0", null)
                .address("2001:db8::77", 64, AddressMark.TEMPORARY, AddressMark.DEPRECATED)
                .build();
        assertThat(named(all, "docker0").addresses().get(0).purpose())
                .isEqualTo("Where Docker's containers reach this machine.");
        assertThat(named(all, "wlan0").addresses().get(0).purpose())
                .contains("Temporary: made up for privacy")
                .endsWith("Deprecated: not to be used for new connections.");
    }

    @Test
    void stateIsExplained() {
        assertThat(named(Fixtures.loopback().build(), "lo").stateMeaning()).contains("healthy state of loopback");
        Interface unplugged = named(
                Fixtures.loopback()
                        .link(2, "eth0", null)
                        .changed(true, LinkState.DOWN, 1500, null)
                        .build(),
                "eth0");
        assertThat(unplugged.stateMeaning()).contains("nothing is plugged in");
        assertThat(unplugged.isRunning()).isFalse();
    }

    @Test
    void routeOfLoopbackIsThatOfTheWholeBlockUnlessAnotherTakesItsPlace() {
        assertThat(Fixtures.loopback().build().loopbackRoute().map(Route::text)).contains("local 127.0.0.0/8 dev lo");
        assertThat(Fixtures.loopback()
                        .withoutLocalRoutes(route -> route.prefix() == 32)
                        .localRoute(Route.Type.BLACKHOLE, "127.0.0.1", 32, null)
                        .build()
                        .loopbackRoute()
                        .map(Route::text))
                .contains("blackhole 127.0.0.1");
        assertThat(Fixtures.loopback().notKnowingLocalRoutes().build().localRoute(LOOPBACK))
                .isEmpty();
    }

    @Test
    void settingsAreReadFromProcAndSayWhenTheyAreNotThere(@TempDir Path proc) throws IOException {
        Path eth0 = proc.resolve("sys/net/ipv4/conf/eth0.5/route_localnet");
        Files.createDirectories(eth0.getParent());
        Files.writeString(eth0, "1\n");
        Path all = proc.resolve("sys/net/ipv4/conf/all/route_localnet");
        Files.createDirectories(all.getParent());
        Files.writeString(all, "0\n");
        KernelSettings settings = KernelSettings.read(NamespaceRoot.own(proc), List.of("eth0.5", "lo"));
        assertThat(settings.exposingLoopback())
                .extracting(Setting::name)
                .containsExactly("net.ipv4.conf.eth0.5.route_localnet");
        assertThat(settings.named("net.ipv6.bindv6only")).hasValueSatisfying(setting -> {
            assertThat(setting.value()).isNull();
            assertThat(setting.whyUnknown()).contains("no such setting");
        });
    }

    @Test
    void trafficIsThatOfTheTables(@TempDir Path proc) throws IOException {
        Path net = Files.createDirectories(proc.resolve("self/net"));
        Files.writeString(net.resolve("dev"), """
                    lo: 100 2 0 0 0 0 0 0 100 2 0 0 0 0 0 0
                  eth0:1000 20 3 4 0 0 0 0 500 10 5 6 0 0 0 0
                """);
        ProcTrafficCollector collector = new ProcTrafficCollector(NamespaceRoot.own(proc));
        assertThat(collector.collect().backlogDropped()).isNull();
        Files.writeString(net.resolve("softnet_stat"), "00000010 00000002 0\n");
        Traffic traffic = collector.collect();
        assertThat(traffic.backlogDropped()).isEqualTo(2);
        assertThat(traffic.of("eth0")).contains(new InterfaceCounters(1000, 20, 3, 4, 500, 10, 5, 6L));
        assertThat(traffic.of("lo"))
                .hasValueSatisfying(counters -> assertThat(counters.hasLosses()).isFalse());
    }

    @Test
    void bytesAreShownInPowersOfTen() {
        assertThat(InterfacesPage.bytes(999)).isEqualTo("999 B");
        assertThat(InterfacesPage.bytes(1_450_000)).isEqualTo("1.5 MB");
    }
}
