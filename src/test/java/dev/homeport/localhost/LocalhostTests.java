package dev.homeport.localhost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.finding.Finding;
import dev.homeport.finding.Severity;
import dev.homeport.hosts.JudgedSamples;
import dev.homeport.hosts.resolver.Settings;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grid of DOMAIN R3.6: which client reaches which server by asking for localhost. */
class LocalhostTests {

    private static final String BOTH = "127.0.0.1 localhost\n::1 localhost\n";

    private static Localhost localhost(String hosts, Settings settings, ListeningSocket... sockets) {
        return Localhost.of(JudgedSamples.judged(hosts, settings), List.of(sockets));
    }

    private static Localhost localhost(String hosts, ListeningSocket... sockets) {
        return localhost(hosts, Settings.machine(), sockets);
    }

    private static ListeningSocket server(String address) {
        return Fixtures.tcp(address, 3000, "node");
    }

    private static Arrival arrival(String hosts, String address, Client client) {
        return localhost(hosts, server(address)).ports().get(0).arrival(client);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, NATIVE, AFTER_FALLBACK",
        "127.0.0.1, FIRST_ONLY, NOT_AT_ALL",
        "127.0.0.1, JAVA, AT_ONCE",
        "127.0.0.1, JAVA_IPV6, NOT_AT_ALL",
        "127.0.0.1, IPV4_ONLY, AT_ONCE",
        "127.0.0.1, CURL, AFTER_FALLBACK",
        "127.0.0.1, BROWSER, AFTER_FALLBACK",
        "0.0.0.0, FIRST_ONLY, NOT_AT_ALL",
        "::1, NATIVE, AT_ONCE",
        "::1, FIRST_ONLY, AT_ONCE",
        "::1, JAVA, NOT_AT_ALL",
        "::1, JAVA_IPV6, AT_ONCE",
        "::1, IPV4_ONLY, NOT_AT_ALL",
        "::1, CURL, AT_ONCE",
        "::, NATIVE, AT_ONCE",
        "::, FIRST_ONLY, AT_ONCE",
        "::, JAVA, AT_ONCE",
        "::, JAVA_IPV6, AT_ONCE",
        "::, IPV4_ONLY, AT_ONCE",
        "192.168.1.5, CURL, NOT_AT_ALL",
        "192.168.1.5, NATIVE, NOT_AT_ALL"
    })
    void clientReachesServer(String address, Client client, Arrival expected) {
        assertThat(arrival(BOTH, address, client)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NATIVE, NAME_UNKNOWN",
        "FIRST_ONLY, NAME_UNKNOWN",
        "JAVA, AT_ONCE",
        "CURL, AFTER_FALLBACK",
        "BROWSER, AFTER_FALLBACK"
    })
    void whoKnowsLocalhostByHeartNeedsNoFile(Client client, Arrival expected) {
        assertThat(arrival("", "127.0.0.1", client)).isEqualTo(expected);
    }

    @Test
    void otherLoopbackAddressMissesTheServer() {
        String hosts = "127.0.0.77 localhost\n";
        assertThat(arrival(hosts, "127.0.0.1", Client.NATIVE)).isEqualTo(Arrival.NOT_AT_ALL);
        assertThat(arrival(hosts, "0.0.0.0", Client.NATIVE)).isEqualTo(Arrival.AT_ONCE);
        assertThat(arrival(hosts, "127.0.0.1", Client.CURL)).isEqualTo(Arrival.AFTER_FALLBACK);
    }

    @Test
    void localhostThatIsElsewhereGoesThere() {
        assertThat(arrival("10.0.0.1 localhost\n", "127.0.0.1", Client.JAVA)).isEqualTo(Arrival.ELSEWHERE);
    }

    @Test
    void ipv6LoopbackThatIsNotThereCostsNobodyWhoFallsBack() {
        Localhost here = localhost(BOTH, Settings.machine().withoutIpv6(), server("127.0.0.1"));
        assertThat(here.ports().get(0).arrival(Client.CURL)).isEqualTo(Arrival.AFTER_FALLBACK);
        assertThat(here.ports().get(0).arrival(Client.FIRST_ONLY)).isEqualTo(Arrival.AT_ONCE);
    }

    @Test
    void namesBelowLocalhostAreKnownToBrowsersAndCurlAlone() {
        assertThat(localhost(BOTH).views().stream()
                        .filter(view -> !view.below().isEmpty())
                        .map(ClientView::client))
                .containsExactly(Client.CURL, Client.BROWSER);
    }

    @Test
    void serverOnIpv6AloneIsFoundBeforeItBites() {
        Finding finding = FamilyRules.findings(localhost(BOTH, server("::1"))).get(0);
        assertThat(finding.id()).isEqualTo("localhost-ipv6-only");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.why()).contains("Java", "ECONNREFUSED 127.0.0.1:3000");
        assertThat(finding.link()).isEqualTo("/localhost#port-3000");
    }

    @Test
    void serverOnIpv4AloneIsFoundWithTheFamousError() {
        Finding finding =
                FamilyRules.findings(localhost(BOTH, server("127.0.0.1"))).get(0);
        assertThat(finding.id()).isEqualTo("localhost-ipv4-only");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.why()).contains("Node.js 17 to 19", "ECONNREFUSED ::1:3000");
    }

    @Test
    void portsWithTheSameTroubleAreOneFinding() {
        ListeningSocket[] many = Arrays.stream(new int[] {3000, 3001, 3002, 3003, 3004, 3005, 3006})
                .mapToObj(port -> Fixtures.tcp("127.0.0.1", port, "node"))
                .toArray(ListeningSocket[]::new);
        List<Finding> findings = FamilyRules.findings(localhost(BOTH, many));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message())
                .startsWith("Ports 3000, 3001, 3002, 3003, 3004 and 2 more answer on 127.0.0.1");
    }

    @Test
    void serverOnBothFamiliesTroublesNobody() {
        assertThat(FamilyRules.findings(localhost(BOTH, server("127.0.0.1"), server("::1"))))
                .isEmpty();
        assertThat(FamilyRules.findings(localhost(BOTH, server("::")))).isEmpty();
    }

    @Test
    void everyClientHasAWordForItself() {
        assertThat(Arrays.stream(Client.values()).map(Client::text).collect(Collectors.joining(" ")))
                .isEqualTo("native first-only java java-ipv6 ipv4-only curl browser");
    }
}
