package dev.homeport.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.FreePort;
import dev.homeport.diagnosis.cause.CauseCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The diagnosis through the whole program: its own port is a server that is well. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "homeport.refresh=200ms")
class DiagnoseEndpointTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    private HttpRequest.Builder to(String path, String target) {
        return HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + port + path + "?target=" + URLEncoder.encode(target, StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> get(String path, String target) throws IOException, InterruptedException {
        return http.send(to(path, target).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String target) throws IOException, InterruptedException {
        return http.send(to(path, target).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private static JsonNode tree(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void serverThatIsWellIsSaidToBe() throws Exception {
        JsonNode tried = tree(post("/api/diagnose", "127.0.0.1:" + port));
        assertThat(tried.get("cause").asString()).isEqualTo("REACHABLE");
        assertThat(tried.get("reachable").asBoolean()).isTrue();
        assertThat(tried.get("probed").asBoolean()).isTrue();
        assertThat(tried.at("/outcomes/0/outcome").asString()).isEqualTo("accepted");
        assertThat(tried.at("/outcomes/0/micros").asLong()).isPositive();
        assertThat(tried.get("path").valueStream().map(step -> step.get("state").asString()))
                .as("what was not asked said nothing")
                .containsExactly("ok", "ok", "ok", "ok", "unknown");
    }

    @Test
    void serverThatIsAskedSaysItsStatus() throws Exception {
        JsonNode tried = tree(post("/api/diagnose", "http://127.0.0.1:" + port + "/livez"));
        assertThat(tried.get("cause").asString()).isEqualTo("REACHABLE");
        assertThat(tried.at("/outcomes/0/said/kind").asString()).isEqualTo("http");
        assertThat(tried.at("/outcomes/0/said/text").asString()).startsWith("HTTP/1.1 200");
        assertThat(tried.get("path").valueStream().map(step -> step.get("state").asString()))
                .containsOnly("ok");
    }

    @Test
    void nothingIsConnectedToUnlessThatIsAskedFor() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress("127.0.0.1", 0)).configureBlocking(false);
            int listening = server.socket().getLocalPort();
            JsonNode answer = tree(get("/api/diagnose", "127.0.0.1:" + listening));
            assertThat(answer.get("probed").asBoolean()).isFalse();
            assertThat(answer.get("outcomes").isEmpty()).isTrue();
            assertThat(server.accept()).as("nobody has connected").isNull();
            post("/api/diagnose", "127.0.0.1:" + listening);
            try (SocketChannel client = server.accept()) {
                assertThat(client).as("who asks for a try is obeyed").isNotNull();
            }
        }
    }

    @Test
    void portOnWhichNothingListensIsSaidToBeSo() throws Exception {
        JsonNode answer = tree(post("/api/diagnose", "localhost:" + FreePort.find()));
        assertThat(answer.get("causes")
                        .valueStream()
                        .map(cause -> cause.get("cause").asString()))
                .as("a program of somebody else's namespace may have the number too, and come first")
                .contains("NOTHING_LISTENS");
        assertThat(answer.get("reachable").asBoolean(true)).isFalse();
        assertThat(answer.at("/fix/text").asString()).isNotBlank();
        assertThat(answer.get("clients").size()).isEqualTo(7);
    }

    /** R9.3: others are never connected to. */
    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7:80", "169.254.169.254:80", "example.com:80", "[2001:db8::1]:80"})
    void anotherMachineIsNeverTried(String target) throws Exception {
        JsonNode answer = tree(post("/api/diagnose", target));
        assertThat(answer.get("outcomes").isEmpty()).isTrue();
        assertThat(answer.get("cause").asString()).isIn("FOREIGN_ADDRESS", "NAME_UNRESOLVED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:0", "localhost:70000", "http://a:b@localhost:80/", "<script>alert(1)</script>:80"})
    void hostileTargetGetsAProblemAndAPageThatNameIt(String target) throws Exception {
        HttpResponse<String> problem = get("/api/diagnose", target);
        assertThat(problem.statusCode()).isEqualTo(400);
        assertThat(tree(problem).get("parameter").asString()).isEqualTo("target");
        HttpResponse<String> page = get("/diagnose", target);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<main", "field-error").doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @CsvSource({"from=nowhere, from", "for=fun, for"})
    void otherParametersAreNamedToo(String parameter, String name) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/diagnose?target=80&" + parameter))
                .build();
        HttpResponse<String> problem = http.send(request, BodyHandlers.ofString());
        assertThat(problem.statusCode()).isEqualTo(400);
        assertThat(tree(problem).get("parameter").asString()).isEqualTo(name);
    }

    private JsonNode asked(String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/diagnose?" + query))
                .build();
        return tree(http.send(request, BodyHandlers.ofString()));
    }

    /** Asks until the answer is from a reading of after this program itself began to listen. */
    private JsonNode askedUntil(String query, Predicate<JsonNode> isRecent) throws IOException, InterruptedException {
        JsonNode answer = asked(query);
        Instant deadline = Instant.now().plusSeconds(15);
        while (!isRecent.test(answer) && Instant.now().isBefore(deadline)) {
            answer = asked(query);
        }
        return answer;
    }

    private void askedUntilItIsSeenToListen() throws IOException, InterruptedException {
        askedUntil(
                "target=127.0.0.1:" + port,
                answer -> answer.get("cause").asString().equals("REACHABLE"));
    }

    @Test
    void whoWantsToListenLearnsWhoHasThePort() throws Exception {
        JsonNode taken = askedUntil(
                "for=listen&target=127.0.0.1:" + port,
                answer -> answer.at("/fix/text").asString().contains("Homeport"));
        assertThat(taken.get("cause").asString()).isEqualTo("PORT_IN_USE");
        assertThat(taken.at("/fix/text").asString())
                .as("nobody is advised to end Homeport itself")
                .contains("Homeport itself");
        assertThat(asked("for=listen&target=" + FreePort.find()).get("cause").asString())
                .isEqualTo("PORT_FREE");
        assertThat(asked("for=listen&target=198.51.100.7:9999").get("cause").asString())
                .isEqualTo("FOREIGN_ADDRESS");
    }

    @Test
    void localhostIsEverybodysOwn() throws Exception {
        askedUntilItIsSeenToListen();
        JsonNode fromContainer = asked("from=container&target=localhost:" + port);
        assertThat(fromContainer.get("cause").asString()).isEqualTo("OTHER_NAMESPACE");
        assertThat(fromContainer.at("/fix/text").asString()).contains("Connect to ", ":" + port);
        assertThat(asked("from=lan&target=127.0.0.1:" + port).get("cause").asString())
                .isEqualTo("OTHER_NAMESPACE");
        assertThat(asked("from=lan&target=198.51.100.7:" + port).get("cause").asString())
                .isEqualTo("FOREIGN_ADDRESS");
    }

    @Test
    void pageDrawsTheAnswerAndOffersToTry() throws Exception {
        askedUntilItIsSeenToListen();
        String page = get("/diagnose", "127.0.0.1:" + port).body();
        assertThat(page).contains("The way of a request", "REACHABLE", "Try it", "What others see");
        assertThat(page.split("<h1", -1)).hasSize(2);
        String tried = post("/diagnose", "127.0.0.1:" + port).body();
        assertThat(tried)
                .contains("Connections were tried.")
                .doesNotContain(">Try it<")
                .contains(">Try again<");
    }

    @Test
    void handbookHasEveryCause() throws Exception {
        String page = get("/diagnose/causes", "").body();
        assertThat(Arrays.stream(CauseCode.values())).allSatisfy(code -> {
            assertThat(page).contains("id=\"" + code.anchor() + "\"", code.name());
            assertThat(code.help()).endsWith(".");
        });
    }
}
