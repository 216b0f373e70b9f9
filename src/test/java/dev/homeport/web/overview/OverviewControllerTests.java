package dev.homeport.web.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.homeport.platform.Limit;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSockets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest({OverviewController.class, VantageApiController.class})
@AutoConfigureMockMvc(addFilters = false)
class OverviewControllerTests {

    private static final Limit LIMIT = new Limit("The host's sockets", "This is a container.", "Use --network=host.");

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    CachedCollector<ListeningSockets> sockets;

    @MockitoBean
    CachedCollector<Vantage> vantage;

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
        given(sockets.snapshot())
                .willReturn(new Snapshot<>("sockets", Fixtures.reading(Fixtures.tcp("0.0.0.0", 80, "nginx")), "s1"));
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
                        "One socket listens on this machine; one can be reached from other machines.",
                        "nginx",
                        "box.example",
                        "This is a container.",
                        "Use --network=host.",
                        "data-revision=\"s1~v1\"");
    }

    @Test
    void fragmentIsCurrentWhileBothReadingsAre() {
        assertThat(mvc.get().uri("/?revision=s1~v1").header("HX-Request", "true"))
                .hasStatus(204);
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
}
