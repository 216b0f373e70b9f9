package dev.homeport.namespaces.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.homeport.FreePort;
import dev.homeport.namespaces.side.Known;
import dev.homeport.namespaces.side.Side;
import dev.homeport.namespaces.side.StateParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real servers that answer as another Homeport might, or something that is none. */
class PeersTests {

    private static final String STATE =
            "{\"format\":\"homeport-state\",\"version\":1,\"vantage\":{\"hostname\":\"box\"}}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicReference<String> authorization = new AtomicReference<>();
    private final AtomicReference<String> watched = new AtomicReference<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answers(int status, String body) {
        server.createContext("/api/state", exchange -> {
            authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            watched.set(exchange.getRequestHeaders().getFirst("Homeport-Peer"));
            send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Peers.Told ask(String address) {
        return ask(address, true);
    }

    private static Peers.Told ask(String address, boolean isWatched) {
        return new PeersCollector(List.of(Peer.of("box", address)), () -> isWatched)
                .collect()
                .all()
                .get(0);
    }

    @Test
    void whatAnotherHomeportTellsIsASide() {
        answers(200, STATE);
        Peers.Told told = ask(address() + "/?token=s3cret");
        assertThat(told.side().value().place().hostname()).isEqualTo("box");
        assertThat(authorization).hasValue("Bearer s3cret");
        assertThat(told.address()).isEqualTo(address());
        assertThat(told.toString()).doesNotContain("s3cret");
    }

    /** The start does not wait for it: until it was asked, it can be chosen, and says why there is nothing of it. */
    @Test
    void peerThatWasNotAskedYetIsThereWithThatReason() {
        Peers unasked = new PeerConfiguration()
                .unaskedPeers(new PeerProperties(Map.of("box", "http://box.test:8080/?token=s3cret")));
        assertThat(unasked.all()).singleElement().satisfies(told -> {
            assertThat(told.id()).isEqualTo("peer:box");
            assertThat(told.side().reason()).contains("has not been asked yet");
            assertThat(told.toString()).doesNotContain("s3cret");
        });
    }

    @Test
    void otherIsToldWhetherSomebodyLooksHere() {
        answers(200, STATE);
        ask(address(), true);
        assertThat(watched).hasValue("watched");
        ask(address(), false);
        assertThat(watched).hasValue("idle");
    }

    @Test
    void whatItToldLastStaysWithTheReasonUntilItAnswersAgain() {
        answers(200, STATE);
        PeersCollector collector = new PeersCollector(List.of(Peer.of("box", address())), () -> true);
        Known<Side> before = collector.collect().all().get(0).side();
        server.removeContext("/api/state");
        Known<Side> meanwhile = collector.collect().all().get(0).side();
        answers(200, STATE);
        Known<Side> afterwards = collector.collect().all().get(0).side();

        assertThat(before.reason()).isNull();
        assertThat(meanwhile.reason()).contains("is no Homeport");
        assertThat(meanwhile.value().place().hostname()).isEqualTo("box");
        assertThat(meanwhile.value().takenAt()).isEqualTo(before.value().takenAt());
        assertThat(meanwhile.value().reason()).contains("what it told last").contains("is no Homeport");
        assertThat(afterwards.reason()).isNull();
        assertThat(afterwards.value().reason()).isNull();
    }

    @Test
    void tokenThatIsMissingIsAskedForByTheNameOfTheSetting() {
        answers(401, "{}");
        assertThat(ask(address()).side().reason()).contains("homeport.peers.box=" + address() + "/?token=");
        assertThat(ask(address() + "/?token=wrong").side().reason()).contains("does not take the token");
    }

    @Test
    void refusalIsToldInTheOthersOwnWords() {
        answers(403, "{\"status\":403,\"detail\":\"Allow the name with homeport.allowed-hosts.\"}");
        assertThat(ask(address()).side().reason())
                .contains("status 403")
                .contains("Allow the name with homeport.allowed-hosts.");
    }

    @Test
    void whatIsNoHomeportIsSaidToBeNone() {
        answers(404, "not here");
        assertThat(ask(address()).side().reason()).contains("is no Homeport");
    }

    @Test
    void whatIsNoStateIsNotUsed() {
        answers(200, "<html>hello</html>");
        assertThat(ask(address()).side().reason()).contains("cannot be used");
    }

    @Test
    void redirectIsNotFollowed() {
        server.createContext("/api/state", exchange -> {
            exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
            send(exchange, 302, new byte[0]);
        });
        server.createContext("/elsewhere", exchange -> send(exchange, 200, STATE.getBytes(StandardCharsets.UTF_8)));
        assertThat(ask(address()).side().reason()).contains("status 302");
    }

    @Test
    void answerWithoutEndIsCutOff() {
        server.createContext("/api/state", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 0);
                byte[] part = new byte[1 << 16];
                for (int i = 0; i < 4 * (StateParser.LARGEST >> 16); i++) {
                    exchange.getResponseBody().write(part);
                }
            }
        });
        assertThat(ask(address()).side().reason()).contains("more than 4 MiB");
    }

    @Test
    void silenceIsNotWaitedForWithoutEnd() {
        CountDownLatch never = new CountDownLatch(1);
        server.createContext("/api/state", exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                exchange.close();
            }
        });
        assertThat(ask(address()).side().reason()).contains("does not answer");
        never.countDown();
    }

    @Test
    void nobodyAtThatAddressIsExplained() throws IOException {
        assertThat(ask("http://127.0.0.1:" + FreePort.find()).side().reason())
                .contains("Nothing takes connections")
                .contains("--server.address");
    }

    @Test
    void nameThatMeansNothingIsExplained() {
        assertThat(ask("http://host.docker.internal:8080").side().reason())
                .satisfiesAnyOf(
                        reason -> assertThat(reason).contains("--add-host host.docker.internal:host-gateway"),
                        reason -> assertThat(reason).contains("host.docker.internal:8080"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "laptop",
                "laptop:8080",
                "ftp://laptop/",
                "file:///etc/passwd",
                "http://",
                "http://user:pass@laptop",
                "http://laptop/some/path",
                "http://laptop/?q=1",
                "http://laptop/?token=",
                "http://laptop/?token=sec\u2026ret",
                "http://laptop/?token=sec%0Aret",
                "http://lap top/"
            })
    void addressThatIsNoHomeportsIsRefusedWithoutRepeatingIt(String address) {
        assertThatThrownBy(() -> new PeerProperties(Map.of("box", address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("homeport.peers.box takes the address of a Homeport")
                .hasMessageNotContaining("pass@")
                .hasMessageNotContaining("ret");
    }

    @Test
    void nameOfAPeerIsOneWord() {
        assertThatThrownBy(() -> new PeerProperties(Map.of("a b", "http://laptop:8080")))
                .hasMessageContaining("homeport.peers.<name> takes a name");
    }
}
