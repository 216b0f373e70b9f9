package dev.homeport.latency.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.homeport.latency.LatencySlice;
import dev.homeport.latency.Saved;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.run.Runs;
import dev.homeport.latency.run.Throughput;
import dev.homeport.net.IpAddress;
import dev.homeport.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebMvcTest({LatencyApiController.class, RunsApiController.class})
class LatencyApiControllerTests extends LatencySlice {

    @Autowired
    Runs runs;

    private JsonNode json(String uri) {
        return JsonMapper.shared().readTree(body(uri));
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        return JsonMapper.shared().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void answerHasAllTargetsOfTheLastMinute() {
        JsonNode answer = json("/api/latency");
        assertThat(answer.path("reading").asString()).isEqualTo("fresh");
        assertThat(answer.path("targets"))
                .extracting(target -> target.path("id").asString())
                .contains("tcp4", "tcp6", "udp4", "udp6", "connect4", "connect6", "resolve");
        JsonNode tcp4 = answer.path("targets").get(0);
        assertThat(tcp4.path("status").asString()).isEqualTo("ok");
        assertThat(tcp4.path("samples").asInt()).isEqualTo(60);
        assertThat(tcp4.path("minMicros").asDouble()).isEqualTo(18.0);
        assertThat(tcp4.path("p50Micros").asDouble()).isEqualTo(20.0);
        assertThat(tcp4.path("p99Micros").asDouble())
                .isEqualTo(tcp4.path("maxMicros").asDouble());
        assertThat(tcp4.path("p99IsSlowest").asBoolean()).isTrue();
        assertThat(tcp4.path("jitterMicros").asDouble()).isEqualTo(2.5);
        assertThat(answer.path("schedule").path("missed").asInt()).isEqualTo(2);
    }

    @Test
    void blankNamespaceIsHomeportsOwnWithAllThatIsMeasured() {
        JsonNode tcp4 = json("/api/latency?namespace=").path("targets").get(0);
        assertThat(tcp4.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(tcp4.path("samples").asInt()).isEqualTo(60);
        assertThat(tcp4.path("p99Micros").isNumber()).isTrue();
    }

    @Test
    void whatCannotBeMeasuredSaysWhy() {
        JsonNode icmp = json("/api/latency").path("targets").get(ProbeTarget.ICMP4.ordinal());
        assertThat(icmp.path("status").asString()).isEqualTo("unavailable");
        assertThat(icmp.path("reason").asString()).contains("Permission denied");
        assertThat(icmp.path("p50Micros").isNull()).isTrue();
        assertThat(icmp.path("failures").asInt()).isZero();
    }

    @Test
    void whatFailsSaysWithWhat() {
        reading(Saved.healthy().failing(ProbeTarget.TCP4, Saved.timedOut()).reading());
        JsonNode tcp4 = json("/api/latency").path("targets").get(0);
        assertThat(tcp4.path("status").asString()).isEqualTo("failing");
        assertThat(tcp4.path("outcome").asString()).isEqualTo("timed-out");
        assertThat(tcp4.path("failures").asInt()).isEqualTo(1);
    }

    @Test
    void historyHasPointsInOrder() {
        JsonNode answer = json("/api/latency/history?target=udp6&minutes=10");
        assertThat(answer.path("target").asString()).isEqualTo("udp6");
        assertThat(answer.path("stepSeconds").asInt()).isEqualTo(10);
        assertThat(answer.path("points")).hasSize(60);
        assertThat(answer.path("points").get(59).path("at").asString()).isEqualTo("2026-11-21T11:59:50Z");
        assertThat(answer.path("points").get(0).path("p50Micros").asDouble()).isGreaterThan(20);
        assertThat(json("/api/latency/history").path("minutes").asInt()).isEqualTo(60);
    }

    @Test
    void nothingMeasuredYetIsAMissingReading() {
        reading(new Reading.Missing<>("The first reading has not been taken yet."));
        JsonNode answer = json("/api/latency");
        assertThat(answer.path("reading").asString()).isEqualTo("missing");
        assertThat(answer.path("targets")).isEmpty();
        assertThat(json("/api/latency/history").path("points")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/latency/history?target=tcp5,  target",
        "/api/latency/history?minutes=0,    minutes",
        "/api/latency/history?minutes=1441, minutes",
        "/api/latency/history?minutes=x,    minutes"
    })
    void badParametersAreNamed(String uri, String parameter) {
        assertThat(mvc.get().uri(uri))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.parameter")
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "count=999,    count",
        "count=100001, count",
        "count=-5, count",
        "count=many, count",
        "target=nobody, target"
    })
    void badRunsAreRefused(String query, String parameter) {
        assertThat(mvc.post().uri("/api/latency/runs?" + query))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.parameter")
                .isEqualTo(parameter);
    }

    /** A run ends by itself; the test looks until it has. */
    private JsonNode ended(String id) {
        JsonNode run = json("/api/latency/runs/" + id);
        while (run.path("status").asString().equals("running")) {
            Thread.onSpinWait();
            run = json("/api/latency/runs/" + id);
        }
        return run;
    }

    @Test
    void aRunGoesOneAtATimeAndEndsWithItsResult() throws Exception {
        var started =
                mvc.post().uri("/api/latency/runs?target=tcp4&count=20000").exchange();
        assertThat(started).hasStatus(HttpStatus.ACCEPTED);
        JsonNode run = json(started.getResponse());
        String id = run.path("id").asString();
        assertThat(started).hasHeader("Location", "/api/latency/runs/" + id);
        var second = mvc.post().uri("/api/latency/runs?target=tcp4&count=1000").exchange();
        if (runs.of(id).orElseThrow().isRunning()) {
            assertThat(second).hasStatus(HttpStatus.TOO_MANY_REQUESTS).containsHeader("Retry-After");
        }
        JsonNode done = ended(id);
        assertThat(done.path("status").asString()).isEqualTo("done");
        assertThat(done.path("done").asInt()).isEqualTo(20_000);
        assertThat(done.path("result").path("samples").asInt()).isEqualTo(20_000);
        assertThat(done.path("result").path("p50Micros").asDouble())
                .isLessThanOrEqualTo(done.path("result").path("p99Micros").asDouble());
    }

    @Test
    void aRunThatIsCancelledKeepsWhatItMeasured() throws Exception {
        JsonNode run = json(mvc.post()
                .uri("/api/latency/runs?target=udp4&count=100000")
                .exchange()
                .getResponse());
        String id = run.path("id").asString();
        assertThat(mvc.delete().uri("/api/latency/runs/" + id)).hasStatusOk();
        JsonNode ended = ended(id);
        assertThat(ended.path("status").asString()).isEqualTo("cancelled");
        assertThat(ended.path("result").path("samples").asInt())
                .isEqualTo(ended.path("done").asInt())
                .isLessThan(100_000);
        assertThat(mvc.delete().uri("/api/latency/runs/" + id)).hasStatusOk();
    }

    @Test
    void anUnknownRunIsNotFound() {
        assertThat(mvc.get().uri("/api/latency/runs/nobody")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.delete().uri("/api/latency/runs/nobody")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void throughputIsToldWithWhatItMeans() {
        given(throughput.run(IpAddress.IPV6_LOOPBACK))
                .willReturn(new Throughput("::1", List.of(new Throughput.Rate(1, 2_500_000_000L, 1.0)), null));
        assertThat(mvc.post().uri("/api/latency/throughput?address=::1"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rates[0].gigabitsPerSecond")
                .isEqualTo(20.0);
        assertThat(mvc.post().uri("/api/latency/throughput?address=8.8.8.8"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.accepts")
                .isEqualTo("127.0.0.1 or ::1");
    }

    @Test
    void aGetMeasuresNothing() {
        given(throughput.run(any())).willThrow(new AssertionError("measured"));
        assertThat(mvc.get().uri("/api/latency/throughput")).hasStatus(HttpStatus.METHOD_NOT_ALLOWED);
        assertThat(mvc.get().uri("/api/latency/runs")).hasStatus(HttpStatus.METHOD_NOT_ALLOWED);
    }
}
