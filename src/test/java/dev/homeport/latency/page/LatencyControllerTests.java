package dev.homeport.latency.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.homeport.latency.CurrentLatency;
import dev.homeport.latency.Latency;
import dev.homeport.latency.LatencyProperties;
import dev.homeport.latency.Pressure;
import dev.homeport.latency.Saved;
import dev.homeport.latency.counters.KernelCounters;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.probe.Threads;
import dev.homeport.latency.probe.Watch;
import dev.homeport.latency.rule.Suspects;
import dev.homeport.latency.run.Runs;
import dev.homeport.latency.run.ThroughputTest;
import dev.homeport.latency.run.Throughputs;
import dev.homeport.latency.run.Turn;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(LatencyController.class)
@AutoConfigureMockMvc(addFilters = false)
@EnableConfigurationProperties(LatencyProperties.class)
@Import({CurrentLatency.class, Suspects.class, Throughputs.class, LatencyControllerTests.Wiring.class})
class LatencyControllerTests {

    @TestConfiguration
    static class Wiring {

        @Bean
        Runs runs() {
            return new Runs(new Turn(), new Threads(), new Watch(Duration.ofSeconds(4)), InstantSource.system());
        }
    }

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    CachedCollector<Latency> latency;

    @MockitoBean
    CachedCollector<KernelCounters> counters;

    @MockitoBean
    ThroughputTest throughput;

    @MockitoBean
    Attention attention;

    @BeforeEach
    void healthy() {
        reading(Saved.healthy().reading());
        given(counters.snapshot()).willReturn(new Snapshot<>("counters", new Reading.Missing<>("Not read yet."), "c1"));
    }

    private void reading(Reading<Latency> reading) {
        given(latency.snapshot()).willReturn(new Snapshot<>("latency", reading, "l1"));
    }

    private String body(String uri) {
        return new String(mvc.get().uri(uri).exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void pageHasItsSentenceChartsAndTheirTables() {
        assertThat(body("/latency?kind=tcp&range=10m"))
                .contains("127.0.0.1 answers in 20 µs, the slowest of 60 in 23 µs")
                .contains("data-chart=\"time\"", "data-chart=\"bins\"", "data-chart=\"curve\"")
                .contains("<time datetime=\"2026-11-21T11:59:50Z\">")
                .contains("What the name costs", "n &lt; 500", "0.050 %");
        assertThat(mvc.get().uri("/latency?kind=nobody")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(mvc.get().uri("/latency?range=2y")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void pageSaysWhatHoldsLoopbackUp() {
        reading(Saved.healthy()
                .then(ProbeTarget.TCP4, 16_000_000, 17_000_000)
                .under(new Pressure(5.2, 2, 7L))
                .reading());
        assertThat(body("/latency"))
                .contains("Something holds loopback up")
                .contains("its CPU quota stopped this control group 7 times since the last round")
                .contains("more programs want to run than there are processors: 5.2 on 2");
    }

    @Test
    void nothingMeasuredYetIsSaidToBeSo() {
        reading(new Reading.Missing<>("The first reading has not been taken yet."));
        assertThat(body("/latency")).contains("Loopback’s latency is not known yet");
    }

    @Test
    void fragmentIsAskedAgainOnlyWhenSomethingChanged() {
        assertThat(mvc.get().uri("/latency?revision=l1~c1").header("HX-Request", "true"))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(mvc.get().uri("/latency?revision=").header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("data-revision=\"l1~c1\"")
                .doesNotContain("<html");
    }

    @Test
    void pageThatShowsNoRunningRunStopsAsking() {
        assertThat(mvc.get()
                        .uri("/latency?run=nobody")
                        .header("HX-Request", "true")
                        .header("HX-ProbeTarget", "run"))
                .hasStatus(286);
    }
}
