package dev.homeport.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Severity;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.interfaces.source.Route;
import dev.homeport.platform.OsFamily;
import dev.homeport.processes.ProcessDetails;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.Owner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each finding from saved readings, where it must come and where it must not. */
class ExposureRulesTests {

    private static final Interfaces MACHINE =
            dev.homeport.interfaces.Fixtures.developersMachine().build();

    private static List<Finding> on(Interfaces interfaces, ListeningSocket... sockets) {
        List<ListeningSocket> all = List.of(sockets);
        return ExposureRules.findings(interfaces, AddressMap.of(interfaces, all), all, false);
    }

    private static List<String> ids(ListeningSocket... sockets) {
        return on(MACHINE, sockets).stream().map(Finding::id).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "5432, postgres, database-exposed",
        "15432, postgres, database-exposed",
        "3306, hidden, database-exposed",
        "27017, mongod, database-exposed",
        "6379, redis-server, cache-exposed",
        "7777, memcached, cache-exposed",
        "2375, dockerd, docker-api-exposed",
        "5005, java, debugger-exposed",
        "9229, node, debugger-exposed",
        "2379, etcd, admin-exposed",
        "8888, jupyter-lab, admin-exposed"
    })
    void sensitiveServiceBeyondLoopbackIsFound(int port, String process, String id) {
        for (String bind : List.of("0.0.0.0", "::", "192.168.1.5", "10.8.0.2")) {
            assertThat(ids(Fixtures.tcp(bind, port, process))).as(bind).containsExactly(id);
        }
        for (String bind : List.of("127.0.0.1", "::1", "127.0.0.5", "172.17.0.1")) {
            assertThat(ids(Fixtures.tcp(bind, port, process))).as(bind).isEmpty();
        }
        assertThat(ids(Fixtures.onDevice(Fixtures.tcp("0.0.0.0", port, process), "lo")))
                .containsExactly("device-bound");
    }

    @ParameterizedTest
    @CsvSource({
        "9187, postgres_exporter",
        "5672, beam.smp",
        "22, sshd",
        "80, nginx",
        "5000, python3",
        "8080, java",
        "443, caddy",
        "9090, prometheus"
    })
    void ordinaryServerIsNone(int port, String process) {
        assertThat(ids(Fixtures.tcp("0.0.0.0", port, process))).isEmpty();
    }

    @Test
    void numberOfThePortAloneIsADoubtAndNoError() {
        Finding finding = on(MACHINE, Fixtures.tcp("0.0.0.0", 5005, "python3")).get(0);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message())
                .startsWith(
                        "python3 on TCP port 5005, where usually a debugger is, can be reached from other machines");
        assertThat(finding.why()).startsWith("Judged by the number of the port alone");
        Finding hidden =
                on(MACHINE, Fixtures.tcp("0.0.0.0", 2375, Fixtures.hidden())).get(0);
        assertThat(hidden.severity()).isEqualTo(Severity.WARNING);
        assertThat(hidden.message()).startsWith("A process that is hidden from Homeport on TCP port 2375");
        assertThat(on(MACHINE, Fixtures.tcp("0.0.0.0", 2375, "dockerd")).get(0).severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void debuggerIsFoundOnAnyPortThatItsCommandLineNames() {
        ProcessDetails process = new ProcessDetails(
                7,
                "java",
                "alice",
                "java -agentlib:jdwp=transport=dt_socket,server=y,address=*:8787 -jar app.jar",
                Fixtures.TAKEN_AT,
                null,
                null);
        Owner owner = Fixtures.visible(process);
        assertThat(ids(Fixtures.tcp("0.0.0.0", 8787, owner))).containsExactly("debugger-exposed");
        assertThat(ids(Fixtures.tcp("0.0.0.0", 8080, owner)))
                .as("the application's own port")
                .isEmpty();
    }

    @Test
    void oneServiceOnSeveralSocketsIsOneFindingWithAllTheEvidence() {
        List<Finding> findings =
                on(MACHINE, Fixtures.tcp("0.0.0.0", 5432, "postgres"), Fixtures.tcp("2001:db8::5", 5432, "postgres"));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).evidence()).hasSize(2);
        assertThat(findings.get(0).message())
                .startsWith("A database (postgres, TCP port 5432) can be reached from other machines, at ")
                .contains("192.168.1.5", "2001:db8::5");
        assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get(0).link()).startsWith("/addresses?port=5432&open=");
    }

    @Test
    void whereNoOtherMachineIsNothingIsExposed() {
        Interfaces alone = dev.homeport.interfaces.Fixtures.loopback().build();
        assertThat(on(alone, Fixtures.tcp("0.0.0.0", 5432, "postgres"))).isEmpty();
    }

    @Test
    void inAContainerItsHostDecides() {
        List<ListeningSocket> database = List.of(Fixtures.tcp("0.0.0.0", 5432, "postgres"));
        assertThat(ExposureRules.findings(MACHINE, AddressMap.of(MACHINE, database), database, true))
                .isEmpty();
    }

    @Test
    void fixIsACommandOfThisSystem() {
        ListeningSocket database = Fixtures.tcp("0.0.0.0", 5432, "postgres");
        assertThat(on(MACHINE, database).get(0).fix().command())
                .isEqualTo("sudo iptables -I INPUT 1 ! -i lo -p tcp --dport 5432 -j DROP");
        assertThat(on(MACHINE, Fixtures.tcp("2001:db8::5", 5432, "postgres"))
                        .get(0)
                        .fix()
                        .command())
                .as("iptables leaves IPv6 alone")
                .isEqualTo("sudo ip6tables -I INPUT 1 ! -i lo -p tcp --dport 5432 -j DROP");
        assertThat(on(MACHINE, Fixtures.tcp("::", 5432, "postgres"))
                        .get(0)
                        .fix()
                        .command())
                .contains("sudo iptables", " && sudo ip6tables");
        Interfaces windows = dev.homeport.interfaces.Fixtures.developersMachine()
                .on(OsFamily.WINDOWS)
                .build();
        assertThat(on(windows, database).get(0).fix().command()).startsWith("New-NetFirewallRule");
    }

    @Test
    void wildcardOnAMachineWithAPublicAddressIsFoundOnce() {
        Interfaces onInternet = dev.homeport.interfaces.Fixtures.loopback()
                .link(2, "eth0", null)
                .address("93.184.216.34", 24)
                .build();
        List<Finding> findings = on(
                onInternet,
                Fixtures.tcp("0.0.0.0", 80, "nginx"),
                Fixtures.tcp("::", 3000, "node"),
                Fixtures.tcp("93.184.216.34", 443, "caddy"),
                Fixtures.tcp("127.0.0.1", 9000, "java"));
        assertThat(findings).extracting(Finding::id).containsExactly("public-wildcard");
        assertThat(findings.get(0).message())
                .isEqualTo("This machine has a public address, and TCP port 80, TCP port 3000 answer on it.");
        assertThat(ids(Fixtures.tcp("0.0.0.0", 80, "nginx")))
                .as("private addresses alone")
                .isEmpty();
    }

    @Test
    void foreignBindIsFoundUnlessARouteMakesItLocal() {
        ListeningSocket foreign = Fixtures.tcp("198.51.100.9", 80, "web");
        assertThat(ids(foreign)).containsExactly("foreign-bind");
        Interfaces routed = dev.homeport.interfaces.Fixtures.developersMachine()
                .localRoute(Route.Type.LOCAL, "198.51.100.0", 24, "lo")
                .build();
        assertThat(on(routed, foreign)).isEmpty();
    }

    @Test
    void wildcardBoundToADeviceIsExplainedAndAnAddressWithItsZoneIsNot() {
        assertThat(on(MACHINE, Fixtures.onDevice(Fixtures.tcp("0.0.0.0", 5000, "server"), "eth0")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.why()).startsWith("127.0.0.1 and ::1 do not lead to it"));
        assertThat(ids(Fixtures.onDevice(Fixtures.tcp("fe80::5%eth0", 5000, "server"), "eth0")))
                .isEmpty();
    }
}
