package dev.homeport.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.homeport.answer.TooManyRequests;
import dev.homeport.interfaces.Interfaces;
import dev.homeport.net.Outcome;
import dev.homeport.platform.ConnectProbe;
import dev.homeport.platform.Vantage;
import dev.homeport.reading.Attention;
import dev.homeport.reading.CachedCollector;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import dev.homeport.sockets.ListeningSockets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page, its fragment and the answers for programs, drawn from saved readings. */
@WebMvcTest({AddressesController.class, AddressesApiController.class})
@AutoConfigureMockMvc(addFilters = false)
@Import({CurrentMap.class, CurrentMachine.class})
class AddressesControllerTests {

    private static final ListeningSocket NGINX = Fixtures.tcp("0.0.0.0", 80, "nginx");
    private static final ListeningSocket LOCAL = Fixtures.tcp("127.0.0.1", 80, "<script>local");
    private static final ListeningSocket MDNS = Fixtures.udp("0.0.0.0", 40_000, "mdns");

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    CachedCollector<Interfaces> interfaces;

    @MockitoBean
    CachedCollector<ListeningSockets> sockets;

    @MockitoBean
    CachedCollector<Vantage> vantage;

    @MockitoBean
    Proofs proofs;

    @MockitoBean
    Attention attention;

    @BeforeEach
    void aMachine() {
        given(vantage.snapshot()).willReturn(new Snapshot<>("vantage", Fixtures.seen(), "v1"));
        reading(dev.homeport.interfaces.Fixtures.developersMachine().reading());
        given(sockets.snapshot()).willReturn(new Snapshot<>("sockets", Fixtures.reading(NGINX, LOCAL, MDNS), "s1"));
        given(proofs.last(any())).willReturn(Optional.empty());
    }

    private void reading(Reading<Interfaces> reading) {
        given(interfaces.snapshot()).willReturn(new Snapshot<>("interfaces", reading, "i1"));
    }

    private static Proof proof(Outcome outcome) {
        AddressMap map =
                AddressMap.of(dev.homeport.interfaces.Fixtures.loopback().build(), List.of(LOCAL));
        LocalAddress address = map.addresses().get(0);
        ConnectProbe.Attempt attempt =
                new ConnectProbe.Attempt(outcome, Duration.ofNanos(1_500_000), "in its own words");
        return new Proof(
                LOCAL.id(),
                80,
                Fixtures.TAKEN_AT,
                List.of(new Trial(address, map.cellsOf(LOCAL).get(0), attempt)),
                3);
    }

    @Test
    void pageIsATableWithHeadsAndSaysWhoAnswersThroughWhat() {
        MvcTestResult page = mvc.get().uri("/addresses").exchange();
        assertThat(page).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
        assertThat(page).headers().hasValue("Vary", "HX-Request");
        assertThat(page)
                .bodyText()
                .contains("<html lang=\"en\">", "<main", "<h1>", "data-revision=\"i1~s1\"")
                .contains("<th scope=\"row\">", "192.168.1.5", "fe80::5%eth0", "docker0")
                .contains("&lt;script&gt;local", ", its own socket", ", a socket on all addresses", "nobody")
                .doesNotContain("<script>local");
    }

    @Test
    void probableClientsAreLeftOutUntilAskedFor() {
        assertThat(mvc.get().uri("/addresses"))
                .bodyText()
                .contains("Left out: 1 UDP socket that is probably a client.")
                .doesNotContain("40000");
        assertThat(mvc.get().uri("/addresses?clients=yes")).bodyText().contains("40000");
    }

    @Test
    void fragmentIsItsLivePartAloneAndNotSentTwice() {
        MvcTestResult fragment =
                mvc.get().uri("/addresses").header("HX-Request", "true").exchange();
        assertThat(fragment).hasStatusOk();
        assertThat(fragment).bodyText().doesNotContain("<html").contains("data-revision=\"i1~s1\"");
        assertThat(mvc.get().uri("/addresses?revision=i1~s1").header("HX-Request", "true"))
                .hasStatus(204);
    }

    @Test
    void openSocketSaysWhoCanReachItAndHowToProveIt() {
        assertThat(mvc.get().uri("/addresses?open=" + NGINX.id()))
                .bodyText()
                .contains("http://192.168.1.5/", "A firewall may forbid it", "Prove it")
                .contains("name=\"socket\" value=\"" + NGINX.id() + "\"");
        assertThat(mvc.get().uri("/addresses?open=" + LOCAL.id()))
                .bodyText()
                .contains("Bound to 127.0.0.1: only this machine.");
        assertThat(mvc.get().uri("/addresses?clients=yes&open=" + MDNS.id()))
                .bodyText()
                .contains("UDP has no connections");
    }

    @Test
    void openSocketThatHasGoneIsSaid() {
        assertThat(mvc.get().uri("/addresses?open=s0123456789ab"))
                .bodyText()
                .contains("A socket that was open on this page is no more.");
        assertThat(mvc.get().uri("/addresses?open=" + NGINX.id())).bodyText().doesNotContain("is no more");
    }

    @Test
    void proofStandsInTheDetailsOfItsSocket() {
        given(proofs.last(LOCAL.id())).willReturn(Optional.of(proof(Outcome.TIMED_OUT)));
        assertThat(mvc.get().uri("/addresses?open=" + LOCAL.id()))
                .bodyText()
                .contains("1 address answers otherwise than predicted", "timed out", "1.50 ms", "A firewall drops it")
                .contains("in its own words", "3 more addresses were not tried.");
        given(proofs.last(LOCAL.id())).willReturn(Optional.of(proof(Outcome.ACCEPTED)));
        assertThat(mvc.get().uri("/addresses?open=" + LOCAL.id())).bodyText().contains("Proved: all as predicted");
    }

    @Test
    void postProvesAndLeadsBackToThePageAsItWas() {
        given(proofs.prove(LOCAL.id())).willReturn(proof(Outcome.ACCEPTED));
        assertThat(mvc.post()
                        .uri("/addresses/proofs")
                        .param("socket", LOCAL.id())
                        .param("q", "port:80 a&b"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/addresses?q=port%3A80%20a%26b&open=" + LOCAL.id() + "#proof-" + LOCAL.id());
    }

    @Test
    void programsGetTheProofAsJson() {
        given(proofs.prove(LOCAL.id())).willReturn(proof(Outcome.REFUSED));
        assertThat(mvc.post().uri("/api/addresses/proofs?socket=" + LOCAL.id()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"socket": "%s", "port": 80, "left": 3, "asPredicted": false,
                         "results": [{"address": "127.0.0.1", "predicted": "own", "outcome": "refused",
                                      "tookMillis": 1.5, "asPredicted": false, "detail": "in its own words"}]}
                        """.formatted(LOCAL.id()));
    }

    @Test
    void tooManyProofsAreRefusedWithTheTimeToWait() {
        given(proofs.prove(any())).willThrow(new TooManyRequests("At most 30.", Duration.ofSeconds(7)));
        MvcTestResult answer = mvc.post().uri("/api/addresses/proofs?socket=x").exchange();
        assertThat(answer).hasStatus(429);
        assertThat(answer).headers().hasValue("Retry-After", "7");
    }

    @Test
    void getDoesNotProve() {
        assertThat(mvc.get().uri("/api/addresses/proofs?socket=x")).hasStatus(405);
        assertThat(mvc.get().uri("/addresses/proofs?socket=x"))
                .as("a reload after a refusal")
                .hasRedirectedUrl("/addresses");
    }

    @ParameterizedTest
    @CsvSource({
        "port=x, port takes",
        "q=port:70000, from 1 to 65535",
        "scope=wide, scope takes one of",
        "limit=0, limit takes",
        "clients=perhaps, clients takes yes or no"
    })
    void badParameterIsNamedAndEverythingShown(String query, String message) {
        assertThat(mvc.get().uri("/addresses?" + query))
                .hasStatus(400)
                .bodyText()
                .contains(message, "No filter is applied.", "nginx");
    }

    @Test
    void answerForProgramsHasTheShapeOfTheContract() {
        assertThat(mvc.get().uri("/api/addresses")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"reading": "fresh", "takenAt": "2026-01-01T12:00:00Z", "tookMillis": 1.0, "reason": null,
                         "loopbackRoute": "local 127.0.0.0/8 dev lo",
                         "interfaces": [
                          {"name": "lo", "index": 1, "up": true, "loopback": true, "mtu": 65536, "mac": null, "kind": "loopback",
                           "addresses": [{"address": "127.0.0.1", "prefix": 8, "scope": "loopback"},
                                         {"address": "::1", "prefix": 128, "scope": "loopback"}]},
                          {"name": "eth0", "mac": "02:00:00:00:00:02"},
                          {"name": "docker0", "kind": "docker-bridge"},
                          {"name": "wg0", "kind": "vpn"}],
                         "dns": ["192.168.1.1"],
                         "gateways": [{"family": "ipv4", "address": "192.168.1.1", "interface": "eth0"}]}
                        """);
        assertThat(mvc.get().uri("/api/addresses"))
                .bodyJson()
                .extractingPath("$.addresses[?(@.address == '127.0.0.1')].sockets[*]")
                .asArray()
                .as("the wildcard is shadowed there")
                .containsExactly(LOCAL.id(), MDNS.id());
        assertThat(mvc.get().uri("/api/addresses"))
                .bodyJson()
                .extractingPath("$.addresses[?(@.address == '192.168.1.5')].sockets[*]")
                .asArray()
                .containsExactly(NGINX.id(), MDNS.id());
    }

    @Test
    void reachForProgramsTakesTheFiltersOfTheSockets() {
        assertThat(mvc.get().uri("/api/addresses/reach?process=nginx"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"reading": "fresh",
                         "sockets": [{"id": "%s", "port": 80, "endpoint": "192.168.1.5:80", "url": "http://192.168.1.5/",
                           "whyNot": null,
                           "access": [{"audience": "here", "verdict": "yes"}, {"audience": "neighbours", "verdict": "yes"},
                                      {"audience": "network", "verdict": "yes"},
                                      {"audience": "anywhere", "verdict": "partly"}],
                           "caveats": [{"id": "firewall", "widens": false}, {"id": "vpn", "widens": true}]}]}
                        """.formatted(NGINX.id()));
        assertThat(mvc.get().uri("/api/addresses/reach?scope=wide")).hasStatus(400);
    }

    @Test
    void missingReadingIsSaidAndNoErrorOfThePage() {
        reading(new Reading.Missing<>("rtnetlink says no"));
        assertThat(mvc.get().uri("/addresses")).hasStatusOk().bodyText().contains("rtnetlink says no");
        assertThat(mvc.get().uri("/api/addresses"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"reading\": \"missing\", \"reason\": \"rtnetlink says no\", \"addresses\": []}");
    }
}
