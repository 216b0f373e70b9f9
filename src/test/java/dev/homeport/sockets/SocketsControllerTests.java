package dev.homeport.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page, its fragment and the answers for programs, drawn from saved readings. */
@WebMvcTest({SocketsController.class, SocketsApiController.class})
@AutoConfigureMockMvc(addFilters = false)
class SocketsControllerTests {

    @TestConfiguration
    static class Machine {

        @Bean
        OsFamily osFamily() {
            return OsFamily.LINUX;
        }

        @Bean
        Attention attention() {
            return new Attention();
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Attention attention;

    @MockitoBean
    CachedCollector<ListeningSockets> sockets;

    @MockitoBean
    CachedCollector<Vantage> vantage;

    @BeforeEach
    void oneServer() {
        given(vantage.snapshot()).willReturn(new Snapshot<>("vantage", Fixtures.seen(), "v1"));
        reading(Fixtures.reading(Fixtures.tcp("0.0.0.0", 80, "nginx"), Fixtures.tcp("127.0.0.1", 5432, "postgres")));
    }

    private void reading(Reading<ListeningSockets> reading) {
        given(sockets.snapshot()).willReturn(new Snapshot<>("sockets", reading, "r7"));
    }

    @Test
    void pageIsWholeAndCarriesItsRevision() {
        MvcTestResult page = mvc.get().uri("/sockets").exchange();
        assertThat(page)
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
                .hasViewName("sockets");
        assertThat(page).headers().hasValue("Vary", "HX-Request");
        assertThat(page)
                .bodyText()
                .contains("<html lang=\"en\">", "<main", "<h1>", "data-revision=\"r7\"", "nginx", "postgres");
    }

    @Test
    void fragmentIsItsLivePartAlone() {
        MvcTestResult fragment =
                mvc.get().uri("/sockets").header("HX-Request", "true").exchange();
        assertThat(fragment).hasStatusOk();
        assertThat(fragment).headers().hasValue("Vary", "HX-Request");
        assertThat(fragment).bodyText().doesNotContain("<html").contains("data-revision=\"r7\"", "nginx");
    }

    @Test
    void fragmentThatIsCurrentIsNotSentAgain() {
        assertThat(mvc.get().uri("/sockets?revision=r7").header("HX-Request", "true"))
                .hasStatus(204)
                .body()
                .isEmpty();
        assertThat(mvc.get().uri("/sockets?revision=r6").header("HX-Request", "true"))
                .hasStatusOk();
        assertThat(mvc.get().uri("/sockets?revision=").header("HX-Request", "true"))
                .hasStatusOk();
    }

    @Test
    void goingBackInHistoryGetsTheWholePage() {
        assertThat(mvc.get().uri("/sockets").header("HX-Request", "true").header("HX-History-Restore-Request", "true"))
                .bodyText()
                .contains("<html");
    }

    @Test
    void processThatIsCalledAScriptIsText() {
        reading(Fixtures.reading(Fixtures.tcp("127.0.0.1", 80, "<script>alert(1)</script>")));
        assertThat(mvc.get().uri("/sockets?open=s-tcp-127_0_0_1-80"))
                .bodyText()
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void openRowShowsItsDetailsInPlace() {
        assertThat(mvc.get().uri("/sockets?open=s-tcp-0_0_0_0-80"))
                .bodyText()
                .contains("aria-expanded=\"true\"", "/usr/bin/nginx --serve", "ss -tlnpe", "http://localhost/");
    }

    @Test
    void badParameterIsSaidAtTheFieldAndNothingIsLost() {
        MvcTestResult page = mvc.get().uri("/sockets?q=port:abc").exchange();
        assertThat(page).hasStatus(400);
        assertThat(page)
                .bodyText()
                .contains("aria-invalid=\"true\"", "port: takes a port from 1 to 65535", "value=\"port:abc\"", "nginx");
    }

    @Test
    void staleReadingKeepsItsRowsAndSaysWhyAndSinceWhen() {
        reading(new Reading.Stale<>(
                Fixtures.sockets(Fixtures.tcp("0.0.0.0", 80, "nginx")),
                Fixtures.TAKEN_AT,
                Duration.ofMillis(3),
                "The table could not be read."));
        assertThat(mvc.get().uri("/sockets"))
                .bodyText()
                .contains("This is not up to date.", "The table could not be read.", "2026-01-01T12:00:00Z", "nginx");
    }

    @Test
    void missingReadingIsNotAnEmptyMachine() {
        reading(new Reading.Missing<>("No permission."));
        assertThat(mvc.get().uri("/sockets"))
                .bodyText()
                .contains("Nothing was read yet.", "No permission.")
                .doesNotContain("Nothing listens here");
        assertThat(mvc.get().uri("/api/sockets.csv")).hasStatus(503);
        assertThat(mvc.get().uri("/api/sockets"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{'reading':'missing','takenAt':null,'tookMillis':null,'reason':'No permission.','sockets':[]}"
                                .replace('\'', '"'));
    }

    @Test
    void searchWithoutResultSaysHowToSearch() {
        assertThat(mvc.get().uri("/sockets?q=zzz")).bodyText().contains("No socket matches.", "process:java");
    }

    @Test
    void jsonHasTheContractsFields() {
        assertThat(mvc.get().uri("/api/sockets?port=5432"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"reading": "fresh", "takenAt": "2026-01-01T12:00:00Z", "tookMillis": 1.234567, "reason": null,
                         "source": "sock-diag", "namespace": "4026531840", "hiddenOwners": 0, "total": 2,
                         "sockets": [{"id": "s-tcp-127_0_0_1-5432", "protocol": "tcp", "family": "ipv4",
                           "address": "127.0.0.1", "port": 5432, "scope": "loopback", "device": null, "v6only": null,
                           "service": "postgresql", "role": "server", "owner": "visible", "ownerReason": null,
                           "processes": [{"name": "postgres", "user": "alice",
                             "commandLine": "/usr/bin/postgres --serve", "startedAt": "2026-01-01T11:00:00Z"}],
                           "container": null, "acceptQueue": 0, "backlog": 128, "since": "2026-01-01T12:00:00Z"}]}
                        """);
    }

    @Test
    void badParameterIsAProblemThatNamesIt() {
        MvcTestResult answer = mvc.get().uri("/api/sockets?scope=public").exchange();
        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer)
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": 400, \"parameter\": \"scope\", \"value\": \"public\"}");
        assertThat(mvc.get().uri("/api/sockets.csv?port=x"))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void csvIsAnAttachmentNamedByHostAndTime() {
        MvcTestResult csv = mvc.get().uri("/api/sockets.csv?scope=all").exchange();
        assertThat(csv).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(csv)
                .headers()
                .hasValue(
                        "Content-Disposition",
                        "attachment; filename=\"homeport-sockets-box.example-20260101T120000Z.csv\"");
        assertThat(csv).bodyText().startsWith("protocol,").contains("nginx").doesNotContain("postgres");
    }

    @Test
    void whoeverAsksIsWatching() {
        assertThat(mvc.get().uri("/api/sockets")).hasStatusOk();
        assertThat(attention.isPaid()).isTrue();
    }
}
