package dev.homeport.localhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.homeport.hosts.CurrentHosts;
import dev.homeport.hosts.JudgedHosts;
import dev.homeport.hosts.JudgedSamples;
import dev.homeport.hosts.Samples;
import dev.homeport.hosts.resolver.Settings;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.latency.rule.LoopbackSentence;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSockets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest({LocalhostController.class, LocalhostApiController.class})
@AutoConfigureMockMvc(addFilters = false)
@Import(CurrentLocalhost.class)
class LocalhostControllerTests {

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    CurrentHosts hosts;

    @MockitoBean
    CachedCollector<ListeningSockets> sockets;

    @MockitoBean
    LoopbackSentence loopback;

    @MockitoBean
    Attention attention;

    @BeforeEach
    void debianWithTwoServers() {
        JudgedHosts judged = JudgedSamples.judged(Samples.DEBIAN, Settings.machine());
        hosts(Samples.reading(judged.hosts()), Optional.of(judged));
        ListeningSockets listening =
                Fixtures.sockets(Fixtures.tcp("127.0.0.1", 3000, "node"), Fixtures.tcp("::1", 5173, "vite"));
        given(sockets.snapshot())
                .willReturn(new Snapshot<>(
                        "sockets", new Reading.Fresh<>(listening, Fixtures.TAKEN_AT, Duration.ofMillis(1)), "s1"));
        given(hosts.path()).willReturn("/etc/hosts");
        given(loopback.snapshot()).willReturn(new Snapshot<>("latency", new Reading.Missing<>("not yet"), "l1"));
    }

    private void hosts(Reading<Hosts> reading, Optional<JudgedHosts> judged) {
        given(hosts.snapshot()).willReturn(new Snapshot<>("hosts", reading, "h1"));
        given(hosts.judged(any())).willReturn(judged);
    }

    @Test
    void pageSaysWhatLocalhostIsToWhomAndWhoIsRefused() {
        assertThat(mvc.get().uri("/localhost"))
                .hasStatusOk()
                .bodyText()
                .contains("localhost is ::1 here, then 127.0.0.1", "127.0.0.1, then ::1", "gives up")
                .contains("Port 5173 answers on ::1 alone", "id=\"port-3000\"", "after a fallback", "refused")
                .contains("href=\"/hosts?line=1#line-1\"", "hosts: files dns", "multi on");
    }

    /** 127.0.1.1 is loopback too, and not what localhost is. */
    @Test
    void portThatLocalhostDoesNotLeadToSaysWhereItWaits() {
        ListeningSockets listening = Fixtures.sockets(Fixtures.tcp("127.0.1.1", 4000, "node"));
        given(sockets.snapshot())
                .willReturn(new Snapshot<>(
                        "sockets", new Reading.Fresh<>(listening, Fixtures.TAKEN_AT, Duration.ofMillis(1)), "s2"));
        assertThat(mvc.get().uri("/localhost")).bodyText().contains("only on <span class=\"mono\">127.0.1.1</span>");
    }

    @Test
    void predictionsAreNotMadeOfALoopbackThatDoesNotAnswerWithoutSayingSo() {
        given(loopback.now())
                .willReturn(Optional.of(
                        new LoopbackSentence.Said("Loopback does not work: no answer.", false, "127.0.0.1")));
        assertThat(mvc.get().uri("/localhost"))
                .bodyText()
                .contains("Loopback does not work: no answer.", "holds when it answers again");
        given(loopback.now()).willReturn(Optional.of(new LoopbackSentence.Said("Loopback is healthy.", false, null)));
        assertThat(mvc.get().uri("/localhost")).bodyText().doesNotContain("Loopback is healthy.");
    }

    @Test
    void jsonSaysTheSame() {
        assertThat(mvc.get().uri("/api/localhost")).bodyJson().isLenientlyEqualTo("""
                        {reading: "fresh", name: "localhost", path: "/etc/hosts",
                         file: [{line: 1, address: "127.0.0.1"}, {line: 5, address: "::1"}],
                         resolver: {libc: "glibc", nsswitch: "files dns", asksFiles: true, multi: true},
                         addresses: [{address: "127.0.0.1", answers: true, reason: null, ports: [3000]},
                                     {address: "::1", answers: true, ports: [5173]}],
                         ports: [{port: 3000, ipv4: true, ipv6: false,
                                  arrivals: {native: "after-fallback", "first-only": "not-at-all", java: "at-once"}},
                                 {port: 5173, arrivals: {java: "not-at-all", curl: "at-once"}}]}
                        """);
    }

    @Test
    void fragmentIsSentOnlyWhenItSaysSomethingElse() {
        assertThat(mvc.get().uri("/localhost?revision=h1~s1").header("HX-Request", "true"))
                .hasStatus(204);
        assertThat(mvc.get().uri("/localhost?revision=h0~s1").header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .startsWith("<div id=\"live\"");
    }

    @Test
    void withoutHostsFileThePageSaysSo() {
        hosts(new Reading.Missing<>("There is no file /etc/hosts."), Optional.empty());
        assertThat(mvc.get().uri("/localhost"))
                .hasStatusOk()
                .bodyText()
                .contains("What localhost means here is not known yet", "There is no file /etc/hosts.");
        assertThat(mvc.get().uri("/api/localhost"))
                .bodyJson()
                .isLenientlyEqualTo("{reading: \"missing\", ports: [], resolver: null}");
    }
}
