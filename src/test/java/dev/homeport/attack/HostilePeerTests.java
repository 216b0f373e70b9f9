package dev.homeport.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Peers that answer to do harm: with markup in every word, with other things than were asked for, and without an end. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "homeport.refresh=200ms")
@ExtendWith(OutputCaptureExtension.class)
class HostilePeerTests {

    private static final String EVIL = "\u202e\\u001b[31m<x9 onload=1>\\\" onx9=\\\"${31337*7919}";
    private static final String STATE = """
            {"format":"homeport-state","version":1,"machine":"@","loopback":"@","takenAt":"@",
            "vantage":{"hostname":"@","os":"@","namespace":"@","container":{"runtime":"@","id":"@","name":"@"}},
            "sockets":{"reading":"fresh","sockets":[{"protocol":"tcp","family":"ipv4","address":"127.0.0.1","port":80,
            "scope":"loopback","role":"server","service":"@","container":{"runtime":"@","id":"@","name":"@"},
            "processes":[{"name":"@","user":"@","commandLine":"@"}]}]},
            "addresses":{"reading":"fresh","interfaces":[{"name":"@","loopback":true,"up":true,"mtu":1,"addresses":
            [{"address":"@","prefix":8}]}],"gateways":[{"address":"@"}],"dns":["@"]},
            "hosts":{"reading":"stale","reason":"@","path":"@","entries":[{"address":"127.0.0.1","names":["@"],"comment":"@"}]},
            "latency":{"reading":"missing","reason":"@","targets":[{"id":"@","status":"@"}]}}
            """;
    private static final List<String> PEERS = List.of("evil", "refusing", "deep", "typed", "dripping");

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static final CountDownLatch END = new CountDownLatch(1);
    private static HttpServer server;

    @LocalServerPort
    int port;

    /** One server, which is called by another address for each. */
    @DynamicPropertySource
    static void peers(DynamicPropertyRegistry registry) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 0);
        server.setExecutor(THREADS);
        server.createContext("/", HostilePeerTests::answer);
        server.start();
        for (int i = 0; i < PEERS.size(); i++) {
            String address =
                    "http://127.0.0." + (i + 1) + ":" + server.getAddress().getPort();
            registry.add("homeport.peers." + PEERS.get(i), () -> address);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String peer = PEERS.get(exchange.getLocalAddress().getAddress().getAddress()[3] - 1);
        String evil = STATE.replace("@", EVIL);
        switch (peer) {
            case "evil" -> send(exchange, 200, evil);
            case "refusing" -> send(exchange, 418, "{\"status\":418,\"detail\":\"" + EVIL + "\"}");
            case "deep" -> send(exchange, 200, "[".repeat(200_000));
            case "typed" ->
                send(exchange, 200, evil.replaceAll("\\[\\{", "{\"x\":[{").replaceAll("}]", "}]}"));
            default -> drip(exchange);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("X9", "<x9>");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** A blank now and then, for ever: each could be the one before the answer. */
    private static void drip(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            while (!END.await(100, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterAll
    static void end() {
        END.countDown();
        server.stop(0);
        THREADS.shutdownNow();
    }

    @Test
    void noPeerHarmsOrHaltsAnything(CapturedOutput log) throws IOException {
        assumeFalse(System.getProperty("os.name").startsWith("Mac"), "needs 127.0.0.2 and further ones");
        try (Wire wire = new Wire(port)) {
            while (wire.get("/api/compare").body().contains("has not been asked yet")) {
                assertThat(wire.get("/livez").status()).isEqualTo(200); // until all were, or were given up
            }
            for (String peer : PEERS) {
                for (String page : List.of("/compare?right=", "/compare?left=", "/api/compare?right=")) {
                    Answer answer = wire.send("GET", page + "peer:" + peer, "Accept: text/html, */*\n", "");
                    assertThat(answer.status()).as(page + peer).isEqualTo(200);
                    assertThat(answer.harm()).as(page + peer).isEmpty();
                }
            }
            assertThat(wire.get("/api/compare").body()).contains("does not answer", "cannot be used", "418");
            for (String path :
                    List.of("/", "/api/state", "/api/findings", "/actuator/health", "/actuator/prometheus")) {
                assertThat(wire.get(path).harm()).as(path).isEmpty();
            }
        }
        assertThat(log.getAll()).doesNotContain("<x9", " ERROR ");
    }
}
