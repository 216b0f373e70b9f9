package dev.homeport.latency.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.latency.LatencySlice;
import dev.homeport.latency.Pressure;
import dev.homeport.latency.Saved;
import dev.homeport.latency.probe.ProbeTarget;
import dev.homeport.latency.rule.Suspects;
import dev.homeport.reading.Reading;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

@WebMvcTest(LatencyController.class)
@Import(Suspects.class)
class LatencyControllerTests extends LatencySlice {

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
