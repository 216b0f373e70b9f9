package dev.homeport.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.homeport.answer.RateLimit;
import dev.homeport.hosts.lint.PortsInUse;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.hosts.source.HostsPath;
import dev.homeport.net.IpAddress;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest({HostsController.class, HostsApiController.class})
@AutoConfigureMockMvc(addFilters = false)
@Import({CurrentHosts.class, HostsControllerTests.Wiring.class})
class HostsControllerTests {

    @TestConfiguration
    static class Wiring {

        @Bean
        HostsPath path() {
            return new HostsPath(Path.of("/etc/hosts"), "/etc/hosts", true);
        }

        @Bean
        SystemQuestion question() {
            return new SystemQuestion(HostsControllerTests::answer, new RateLimit(100, "look-ups", System::nanoTime));
        }
    }

    private static List<IpAddress> answer(String name) throws IOException {
        if (name.equals("nobody.test")) {
            throw new IOException("Name or service not known");
        }
        return List.of(IpAddress.IPV6_LOOPBACK, IpAddress.IPV4_LOOPBACK);
    }

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    CachedCollector<Hosts> collector;

    @MockitoBean
    Supplier<Snapshot<PortsInUse>> ports;

    @MockitoBean
    Attention attention;

    @BeforeEach
    void messyFile() {
        hosts(Samples.MESSY);
        ports(PortsInUse.UNKNOWN, "p1");
    }

    private void ports(PortsInUse now, String revision) {
        Reading<PortsInUse> reading = new Reading.Fresh<>(now, Instant.EPOCH, Duration.ZERO);
        given(ports.get()).willReturn(new Snapshot<>("sockets", reading, revision));
    }

    private void hosts(String text) {
        reading(Samples.reading(Samples.hosts(text)));
    }

    private void reading(Reading<Hosts> reading) {
        given(collector.snapshot()).willReturn(new Snapshot<>("hosts", reading, "h1"));
    }

    private String body(String uri) {
        return new String(mvc.get().uri(uri).exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void pageSaysInASentenceWhatIsRightAndWhatIsNot() {
        assertThat(body("/hosts"))
                .contains("localhost is 127.0.0.1 (line 1) and ::1 (line 2); 8 entries on 11 lines.")
                .contains(
                        "Not right: A line does nothing: “10.0.0.8:80” has a port, which a hosts file does not know (line 9), and ")
                .contains("href=\"/hosts?line=9#line-9\"");
        hosts(Samples.DEBIAN);
        assertThat(body("/hosts")).contains("Nothing in it is wrong.", "127.0.0.1 (line 1) and ::1 (line 5)");
        hosts(Samples.DOCKER);
        assertThat(body("/hosts")).contains("Nothing in it is wrong.");
        hosts(Samples.blockList(100_000, "0.0.0.0"));
        assertThat(body("/hosts"))
                .contains("100,002 entries on 100,002 lines, 100,000 of them a block list.")
                .contains("Not right: The file does not know this machine&#39;s own name, box.");
    }

    @Test
    void entriesAreGroupedAndMarkedWhereOthersReadThemOtherwise() {
        assertThat(body("/hosts"))
                .contains("Loopback and system names", "This host", "Overrides", "Disabled", "staging", "old-db.test")
                .contains("db.test: line 5 comes first")
                .contains("ignore it: indented");
        assertThat(body("/hosts?group=disabled")).contains("old-db.test").doesNotContain(">cache.test<");
    }

    @Test
    void fileIsShownAsItStandsWithItsMarks() {
        assertThat(body("/hosts"))
                .contains("id=\"line-7\"", "  10.0.0.7 indented.test", "raw-malformed", "class=\"mark-warning\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "⟨U+202E⟩")
                .doesNotContain("<script>alert(1)", "\u202e");
        hosts(Samples.blockList(1000, "0.0.0.0"));
        assertThat(body("/hosts")).contains("id=\"line-100\"").doesNotContain("id=\"line-101\"");
        assertThat(body("/hosts?line=500")).contains("id=\"line-500\"").doesNotContain("id=\"line-1\"");
    }

    @Test
    void searchFindsNamesAddressesHoweverSpelledAndComments() {
        assertThat(body("/hosts?q=STAGING")).contains(">cache.test<").doesNotContain(">short.test<");
        hosts("0:0:0:0:0:0:0:1 six.test\n10.0.0.1 four.test\n");
        assertThat(body("/hosts?q=::1")).contains(">six.test<").doesNotContain("lookup\">four.test");
        assertThat(body("/hosts?q=none")).contains("No line matches.");
    }

    @Test
    void lookUpTellsWhatEachResolverSays() {
        assertThat(body("/hosts?name=indented.test"))
                .contains("they do not say the same", "nothing by the file", "10.0.0.7", "Ask this system’s resolver");
        assertThat(mvc.post().uri("/hosts?name=localhost"))
                .hasStatusOk()
                .bodyText()
                .contains("This system, asked", "::1, 127.0.0.1");
        assertThat(mvc.post().uri("/hosts?name=nobody.test")).bodyText().contains("Name or service not known");
    }

    @Test
    void fragmentIsSentOnlyWhenItSaysSomethingElse() {
        assertThat(mvc.get().uri("/hosts?revision=h1~p1").header("HX-Request", "true"))
                .hasStatus(204);
        assertThat(mvc.get().uri("/hosts?revision=h0~p1").header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .startsWith("<div id=\"live\"")
                .contains("data-revision=\"h1~p1\"");
    }

    @Test
    void fragmentIsSentWhenOnlyThePortsInUseSaySomethingElse() {
        hosts("127.0.0.1 localhost\n");
        assertThat(body("/hosts")).contains("data-readings=\"hosts sockets\"").doesNotContain("port 5173");
        ports(new PortsInUse(List.of(5173), List.of()), "p2");
        assertThat(mvc.get().uri("/hosts?revision=h1~p1").header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("data-revision=\"h1~p2\"", "port 5173");
    }

    @Test
    void missingFileIsSaidAndNamed() {
        reading(new Reading.Missing<>("There is no file /etc/hosts."));
        assertThat(body("/hosts")).contains("There is no file /etc/hosts.", "H32", "Looked for at");
        assertThat(mvc.get().uri("/api/hosts")).bodyJson().isLenientlyEqualTo("""
                        {reading: "missing", path: "/etc/hosts", lines: 0, entries: [], findings: [{id: "H32", severity: "error"}]}
                        """);
        assertThat(mvc.get().uri("/api/hosts/lookup?name=a"))
                .bodyJson()
                .isLenientlyEqualTo("{reading: \"missing\", effective: null}");
        assertThat(mvc.get().uri("/api/hosts.csv")).hasStatus(503);
    }

    @Test
    void jsonKeepsEveryLine() {
        assertThat(mvc.get().uri("/api/hosts")).bodyJson().isLenientlyEqualTo("""
                        {reading: "fresh", reason: null, path: "/etc/hosts", lines: 11, total: 8, offset: 0,
                         entries: [{line: 1, address: "127.0.0.1", names: ["localhost"], comment: null, group: "loopback"},
                                   {line: 2}, {line: 3, group: "this-host"},
                                   {line: 5, names: ["db.test", "cache.test"], comment: "staging", group: "override"},
                                   {line: 6}, {line: 7}, {line: 10}, {line: 11, names: ["<script>alert(1)</script>"]}],
                         malformedTotal: 2,
                         malformed: [{line: 8, text: "127.1 short.test"},
                                     {line: 9, text: "10.0.0.8:80 port.test",
                                      reason: "“10.0.0.8:80” has a port, which a hosts file does not know"}],
                         disabled: [{line: 4, address: "10.0.0.9", names: ["old-db.test"]}]}
                        """);
    }

    @Test
    void jsonIsSearchedAndPaged() {
        hosts(Samples.blockList(20_000, "0.0.0.0"));
        assertThat(mvc.get().uri("/api/hosts?q=ads77&limit=2&offset=1"))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {lines: 20002, total: 111, offset: 1, entries: [{line: 773}, {line: 774}]}
                        """);
        assertThat(mvc.get().uri("/api/hosts"))
                .bodyJson()
                .extractingPath("$.entries.length()")
                .isEqualTo(10_000);
        assertThat(mvc.get().uri("/api/hosts?limit=100000"))
                .bodyJson()
                .extractingPath("$.entries.length()")
                .isEqualTo(20_002);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/hosts, limit, 0",
        "/api/hosts, limit, 100001",
        "/api/hosts, offset, -1",
        "/api/hosts/lookup, name, ''",
        "/api/hosts/lookup, name, a b",
        "/api/hosts/lookup, name, a#b"
    })
    void badParameterIsNamed(String path, String parameter, String value) {
        assertThat(mvc.get().uri(path).param(parameter, value))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.parameter")
                .isEqualTo(parameter);
    }

    @Test
    void badParameterOfThePageIsShownBesideEverything() {
        assertThat(mvc.get().uri("/hosts?group=nonsense"))
                .hasStatus(400)
                .bodyText()
                .contains("group takes one of loopback, this-host", "cache.test");
        assertThat(mvc.get().uri("/hosts?line=x")).hasStatus(400);
    }

    @Test
    void lookUpAnswersInJsonWithWhatWasAskedAndWhatWasNot() {
        assertThat(mvc.get().uri("/api/hosts/lookup?name=localhost"))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {name: "localhost", lines: [1, 2],
                         effective: {glibc: ["::1", "127.0.0.1"], musl: ["::1", "127.0.0.1"], jvm: ["127.0.0.1", "::1"]}}
                        """)
                .doesNotHavePath("$.system");
        assertThat(mvc.post().uri("/api/hosts/lookup?name=localhost"))
                .bodyJson()
                .isLenientlyEqualTo("{system: [\"::1\", \"127.0.0.1\"], effective: {jvm: [\"127.0.0.1\", \"::1\"]}}");
        assertThat(mvc.post().uri("/api/hosts/lookup?name=nobody.test"))
                .bodyJson()
                .isLenientlyEqualTo("{system: [], systemFailure: \"Name or service not known\"}");
    }

    @Test
    void csvHasEntriesAndDisabledOnesAndDefusesFormulas() {
        hosts("127.0.0.1 localhost\n#10.0.0.9 old.test\n10.0.0.1 a b # =1+1\n");
        assertThat(mvc.get().uri("/api/hosts.csv"))
                .headers()
                .hasValue(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"homeport-hosts-box-20260101T120000Z.csv\"");
        assertThat(body("/api/hosts.csv")).isEqualTo("""
                        line,kind,address,names,comment,group\r
                        1,entry,127.0.0.1,localhost,,loopback\r
                        2,disabled,10.0.0.9,old.test,,disabled\r
                        3,entry,10.0.0.1,a b,"'=1+1",override\r
                        """);
    }
}
