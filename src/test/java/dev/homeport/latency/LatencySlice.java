package dev.homeport.latency;

import static org.mockito.BDDMockito.given;

import dev.homeport.latency.counters.KernelCounters;
import dev.homeport.latency.probe.Threads;
import dev.homeport.latency.probe.Watch;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What tests of the page and of the API stand on: a saved reading of a healthy loopback, and runs that really run. */
@AutoConfigureMockMvc(addFilters = false)
@EnableConfigurationProperties(LatencyProperties.class)
@Import({CurrentLatency.class, Throughputs.class, LatencySlice.Wiring.class})
public abstract class LatencySlice {

    @TestConfiguration
    static class Wiring {

        @Bean
        Runs runs() {
            return new Runs(new Turn(), new Threads(), new Watch(Duration.ofSeconds(4)), InstantSource.system());
        }
    }

    @Autowired
    protected MockMvcTester mvc;

    @MockitoBean
    protected CachedCollector<Latency> latency;

    @MockitoBean
    protected CachedCollector<KernelCounters> counters;

    @MockitoBean
    protected ThroughputTest throughput;

    @MockitoBean
    protected Attention attention;

    @BeforeEach
    void healthy() {
        reading(Saved.healthy().reading());
        given(counters.snapshot()).willReturn(new Snapshot<>("counters", new Reading.Missing<>("Not read yet."), "c1"));
    }

    protected final void reading(Reading<Latency> reading) {
        given(latency.snapshot()).willReturn(new Snapshot<>("latency", reading, "l1"));
    }

    protected final String body(String uri) {
        return new String(mvc.get().uri(uri).exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
