package dev.homeport.web.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.homeport.addresses.CurrentMap;
import dev.homeport.finding.AllFindings;
import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import dev.homeport.finding.Severity;
import dev.homeport.health.expectation.CurrentExpectations;
import dev.homeport.health.expectation.Judgements;
import dev.homeport.hosts.CurrentHosts;
import dev.homeport.hosts.Samples;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.latency.rule.LoopbackSentence;
import dev.homeport.platform.Limit;
import dev.homeport.platform.OwnPort;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSockets;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest({OverviewController.class, VantageApiController.class})
@AutoConfigureMockMvc(addFilters = false)
@Import(CurrentMap.class)
class OverviewControllerTests {

    private static final Limit LIMIT = new Limit("The host's sockets", "This is a container.", "Use --network=host.");

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    CachedCollector<ListeningSockets> sockets;

    @MockitoBean
    CachedCollector<Vantage> vantage;

    @MockitoBean
    CachedCollector<Interfaces> interfaces;

    @MockitoBean
    CurrentHosts hosts;

    @MockitoBean
    AllFindings findings;

    @MockitoBean
    LoopbackSentence loopback;

    @MockitoBean
    OwnPort ownPort;

    @MockitoBean
    CurrentExpectations expectations;

    @MockitoBean
    Attention attention;

    @BeforeEach
    void aMachine() {
        Vantage seen = Fixtures.vantage();
        Vantage limited = new Vantage(
                seen.osFamily(),
                seen.os(),
                seen.hostname(),
                seen.user(),
                false,
                null,
                "4026531840",
                LIMIT,
                List.of(LIMIT));
        given(interfaces.snapshot())
                .willReturn(new Snapshot<>(
                        "interfaces",
                        dev.homeport.interfaces.Fixtures.developersMachine().reading(),
                        "i1"));
        given(loopback.now())
                .willReturn(Optional.of(new LoopbackSentence.Said(
                        "Loopback is healthy: 127.0.0.1 answers in 21 µs, ::1 in 20 µs.", false, null)));
        given(loopback.snapshot()).willReturn(new Snapshot<>("latency", new Reading.Missing<>("not yet"), "l1"));
        given(hosts.snapshot())
                .willReturn(new Snapshot<>("hosts", Samples.reading(Samples.hosts(Samples.DEBIAN)), "h1"));
        given(sockets.snapshot())
                .willReturn(new Snapshot<>("sockets", Fixtures.reading(Fixtures.tcp("0.0.0.0", 80, "nginx")), "s1"));
        given(expectations.now())
                .willReturn(Judgements.of(
                        Fixtures.reading(Fixtures.tcp("0.0.0.0", 80, "nginx")),
                        Map.of("web", "tcp/80 all", "db", "tcp/5432 loopback")));
        given(vantage.snapshot())
                .willReturn(new Snapshot<>(
                        "vantage", new Reading.Fresh<>(limited, Fixtures.TAKEN_AT, Duration.ofMillis(2)), "v1"));
    }

    @Test
    void pageBeginsWithTheSentenceAndEndsWithWhatCannotBeSeen() {
        assertThat(mvc.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Loopback is healthy: 127.0.0.1 answers in 21 µs, ::1 in 20 µs.",
                        "One socket listens on this machine; one can be reached from other machines.",
                        "nginx",
                        "box.example",
                        "This is a container.",
                        "Use --network=host.",
                        "data-revision=\"s1~v1~i1~h1~");
    }

    @Test
    void pageIsToldOfAllThatCanChangeItsWords() {
        Snapshot<?> counters = new Snapshot<>("counters", new Reading.Missing<>("not yet"), "c1");
        given(findings.snapshots()).willReturn(List.of(counters));
        assertThat(mvc.get().uri("/"))
                .bodyText()
                .contains("data-readings=\"sockets vantage interfaces hosts latency counters names\"");
    }

    @Test
    void expectationsStandOnThePageWithTheDifferenceAndABaselineToCopy() {
        assertThat(mvc.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "id=\"expectations\"",
                        "tcp/5432 loopback",
                        "not met",
                        "Something should.",
                        "tcp 0.0.0.0:80 by nginx (all interfaces).",
                        "data-copy=\"homeport.expect.nginx=tcp/80 all process nginx\nhomeport.expect.only=tcp/80\n");
    }

    private String revision() throws UnsupportedEncodingException {
        String page = mvc.get().uri("/").exchange().getResponse().getContentAsString();
        return page.replaceAll("(?s).*data-revision=\"([^\"]*)\".*", "$1");
    }

    @Test
    void loopbackThatDoesNotAnswerLeadsToItsDiagnosisAndASlowOneToWhatIsMeasured() {
        given(ownPort.number()).willReturn(18_123);
        assertThat(mvc.get().uri("/")).bodyText().doesNotContain(":18123", "/latency#suspects");
        given(loopback.now())
                .willReturn(Optional.of(new LoopbackSentence.Said("::1 does not answer.", false, "[::1]")));
        assertThat(mvc.get().uri("/")).bodyText().contains(":18123&amp;from=here\">why?");
        given(loopback.now()).willReturn(Optional.of(new LoopbackSentence.Said("Loopback is slow.", true, null)));
        assertThat(mvc.get().uri("/")).bodyText().contains("<a class=\"why\" href=\"/latency#suspects\">why?</a>");
    }

    @Test
    void fragmentIsCurrentWhileItWouldSayTheSame() throws UnsupportedEncodingException {
        String shown = revision();
        assertThat(mvc.get().uri("/").param("revision", shown).header("HX-Request", "true"))
                .hasStatus(204);
        given(loopback.now())
                .willReturn(Optional.of(new LoopbackSentence.Said(
                        "Loopback is slow: 127.0.0.1 answers in 16.2 ms, ::1 is not there.", true, null)));
        assertThat(mvc.get().uri("/").param("revision", shown).header("HX-Request", "true"))
                .hasStatusOk();
        assertThat(mvc.get().uri("/?revision=s1~v0").header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<html");
    }

    @Test
    void vantageTellsProgramsTheSame() {
        assertThat(mvc.get().uri("/api/vantage")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"reading": "fresh", "reason": null, "takenAt": "2026-01-01T12:00:00Z", "tookMillis": 2.0,
                         "os": "Debian GNU/Linux 12", "osFamily": "linux", "hostname": "box.example", "user": "alice",
                         "root": false, "container": null, "namespace": "4026531840",
                         "limits": [{"what": "The host's sockets", "why": "This is a container.",
                           "remedy": "Use --network=host."}]}
                        """);
    }

    @Test
    void missingVantageHasAReason() {
        given(vantage.snapshot()).willReturn(new Snapshot<>("vantage", new Reading.Missing<>("Not yet."), "v0"));
        assertThat(mvc.get().uri("/api/vantage"))
                .bodyJson()
                .isLenientlyEqualTo("{\"reading\": \"missing\", \"reason\": \"Not yet.\", \"hostname\": null}");
        assertThat(mvc.get().uri("/")).hasStatusOk().bodyText().contains("Not yet.");
    }

    @Test
    void findingsComeFirstTheWorstBeforeTheOthersAndEscaped() {
        Finding bad = new Finding(
                "some-rule",
                Severity.ERROR,
                "<b>who</b>",
                "Something <script> is wrong.",
                "It matters.",
                List.of(new Evidence("a row", "a table")),
                new Fix("sudo mend", "mends it"),
                "/sockets?port=1");
        given(findings.now()).willReturn(List.of(bad));
        assertThat(mvc.get().uri("/"))
                .bodyText()
                .contains(
                        "One thing to look into",
                        "Something &lt;script&gt; is wrong.",
                        "&lt;b&gt;who&lt;/b&gt;",
                        "sudo mend")
                .doesNotContain("<script> is");
    }

    @Test
    void readingThatIsMissingIsSaidBecauseItsFindingsAreNotKnown() {
        given(findings.worstReading()).willReturn(Optional.of(new Reading.Missing<>("rtnetlink says no")));
        assertThat(mvc.get().uri("/")).bodyText().contains("rtnetlink says no");
    }

    @Test
    void whereNoOtherMachineIsNothingCanBeReachedFromOne() {
        assertThat(mvc.get().uri("/")).bodyText().contains("one can be reached from other machines");
        given(interfaces.snapshot())
                .willReturn(new Snapshot<>(
                        "interfaces",
                        dev.homeport.interfaces.Fixtures.loopback().reading(),
                        "i2"));
        assertThat(mvc.get().uri("/")).bodyText().contains("none can be reached from other machines");
        given(interfaces.snapshot()).willReturn(new Snapshot<>("interfaces", new Reading.Missing<>("no"), "i3"));
        assertThat(mvc.get().uri("/"))
                .as("without the addresses the bind decides")
                .bodyText()
                .contains("one can be reached from other machines");
    }
}
