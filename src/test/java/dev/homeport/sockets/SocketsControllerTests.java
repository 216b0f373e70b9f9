package dev.homeport.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.homeport.platform.HostProc;
import dev.homeport.platform.Limit;
import dev.homeport.platform.NamespaceRoot;
import dev.homeport.platform.OsFamily;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
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

        @Bean
        NamespaceRoot own() {
            return NamespaceRoot.own(Path.of("/proc"));
        }

        @Bean
        HostProc host() {
            return new HostProc(null, false, Path.of("/host/proc"));
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
                .contains("This is not known.", "No permission.")
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
    void oddSocketsSayWhatIsOddAboutThem() {
        reading(Fixtures.reading(Fixtures.oddSockets().toArray(ListeningSocket[]::new)));
        String all = Fixtures.oddSockets().stream().map(ListeningSocket::id).collect(Collectors.joining("&open="));
        assertThat(mvc.get().uri("/sockets?open=" + all))
                .hasStatusOk()
                .bodyText()
                .contains("One accept queue is full.", "129 / 128", "accept queue full")
                .contains("Who answers on port 7001 (tcp)", "every other IPv6 address", "nobody", "SO_REUSEPORT")
                .contains("same address twice", "SO_REUSEADDR")
                .contains("on lo", "SO_BINDTODEVICE", "does not listen", "IPv4 + IPv6")
                .contains("forwarder", "container at 172.17.0.2:80", "docker 0123456789ab")
                .contains("Held by 2 other processes too", "ps -fp 80,81,82", "same-port");
    }

    @Test
    void sourceThatCannotTellEverythingSaysSoOnThePage() {
        ListeningSockets plain = Fixtures.sockets(Fixtures.tcp("0.0.0.0", 80, "nginx"));
        Limit limit = new Limit("The kernel's own account", "sock_diag is not supported.", "modprobe");
        reading(new Reading.Fresh<>(
                new ListeningSockets("oshi", plain.namespace(), plain.sockets(), List.of(limit), null),
                Fixtures.TAKEN_AT,
                Duration.ofMillis(1)));
        assertThat(mvc.get().uri("/sockets")).bodyText().contains("sock_diag is not supported.");
        assertThat(mvc.get().uri("/api/sockets")).bodyText().contains("\"source\":\"oshi\"");
    }

    @Test
    void jsonTellsOddSocketsApart() {
        reading(Fixtures.reading(Fixtures.oddSockets().toArray(ListeningSocket[]::new)));
        assertThat(mvc.get().uri("/api/sockets?port=7001,7003,7004,8080"))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"sockets": [
                          {"id": "odd-group-1", "sharesPortWith": ["odd-group-2", "odd-specific"], "backlog": 128,
                           "container": {"runtime": "docker", "name": null}, "forwarding": null},
                          {"id": "odd-group-2", "uid": 1000, "user": "alice"},
                          {"id": "odd-specific", "family": "ipv6", "v6only": true},
                          {"id": "odd-device", "device": "lo", "acceptQueue": 1, "owner": "hidden", "user": "root"},
                          {"id": "odd-bound", "role": "bound", "acceptQueue": null, "backlog": null},
                          {"id": "odd-forwarder", "family": "dual", "v6only": false,
                           "forwarding": {"program": "docker-proxy", "target": "container at 172.17.0.2:80"}}]}
                        """);
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
