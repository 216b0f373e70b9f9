package dev.homeport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.net.IpFamily;
import dev.homeport.platform.LoopbackAddress;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program, started on a random port, against real sockets of this machine. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class HomeportApplicationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Test
    void answersOnBothLoopbackAddressesAndNowhereElse() throws Exception {
        assertThat(get("http://127.0.0.1:" + port + "/").statusCode()).isEqualTo(200);
        assumeTrue(LoopbackAddress.obstacle(IpFamily.IPV6).isEmpty(), "needs ::1");
        assertThat(get("http://[::1]:" + port + "/").statusCode()).isEqualTo(200);
        List<JsonNode> own = sockets("port=" + port);
        assertThat(own)
                .extracting(socket -> socket.get("address").asString())
                .containsExactlyInAnyOrder("127.0.0.1", "::1");
        assertThat(own).allSatisfy(socket -> {
            assertThat(socket.get("scope").asString()).isEqualTo("loopback");
            assertThat(socket.get("processes").get(0).get("pid").asLong())
                    .isEqualTo(ProcessHandle.current().pid());
        });
    }

    @Test
    void realSocketsAreListedAsTheyAreBound() throws Exception {
        boolean ipv6 = LoopbackAddress.obstacle(IpFamily.IPV6).isEmpty();
        try (ServerSocket loopback = listen("127.0.0.1");
                ServerSocket second = System.getProperty("os.name").startsWith("Mac") ? null : listen("127.0.0.2");
                ServerSocket loopback6 = ipv6 ? listen("::1") : null;
                ServerSocketChannel any4 = ServerSocketChannel.open(StandardProtocolFamily.INET)
                        .bind(new InetSocketAddress("0.0.0.0", 0));
                ServerSocketChannel any6 = ServerSocketChannel.open().bind(new InetSocketAddress(0));
                DatagramSocket udp = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            assertListed("tcp", loopback.getLocalPort(), "127.0.0.1", "loopback", "ipv4");
            if (second != null) {
                assertListed("tcp", second.getLocalPort(), "127.0.0.2", "loopback", "ipv4");
            }
            if (loopback6 != null) {
                assertListed("tcp", loopback6.getLocalPort(), "::1", "loopback", "ipv6");
                assertListed("tcp", any6.socket().getLocalPort(), "::", "all", "dual");
            }
            assertListed("tcp", any4.socket().getLocalPort(), "0.0.0.0", "all", "ipv4");
            assertListed("udp", udp.getLocalPort(), "127.0.0.1", "loopback", "ipv4");
        }
    }

    private void assertListed(String protocol, int listenedOn, String address, String scope, String family)
            throws Exception {
        JsonNode socket = await(protocol, address, listenedOn, true);
        assertThat(socket.get("address").asString()).isEqualTo(address);
        assertThat(socket.get("scope").asString()).isEqualTo(scope);
        if (!address.equals("::") || System.getProperty("os.name").startsWith("Linux")) {
            assertThat(socket.get("family").asString()).isEqualTo(family);
        }
        assertThat(socket.get("owner").asString()).isEqualTo("visible");
    }

    @Test
    void socketKeepsItsIdWhileItLivesAndGoesWhenItIsClosed() throws Exception {
        int listenedOn;
        try (ServerSocket socket = listen("127.0.0.1")) {
            listenedOn = socket.getLocalPort();
            String id = await("tcp", "127.0.0.1", listenedOn, true).get("id").asString();
            assertThat(get("http://127.0.0.1:" + port + "/sockets?q=port:" + listenedOn)
                            .body())
                    .contains(id);
            assertThat(await("tcp", "127.0.0.1", listenedOn, true).get("id").asString())
                    .isEqualTo(id);
        }
        assertThat(await("tcp", "127.0.0.1", listenedOn, false)).isNull();
    }

    @Test
    void streamTellsTheRevisionThatTheFragmentThenCarries() throws Exception {
        HttpResponse<Stream<String>> stream = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events"))
                        .build(),
                BodyHandlers.ofLines());
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        var lines = stream.body().iterator();
        String before = nextRevision(lines, "");
        try (ServerSocket opened = listen("127.0.0.1")) {
            String told = nextRevision(lines, before);
            await("tcp", "127.0.0.1", opened.getLocalPort(), true);
            while (fragment(told).statusCode() != 204) {
                told = nextRevision(lines, told); // something else on this machine changed in between
            }
            HttpResponse<String> whole = fragment(before);
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(whole.body()).contains("data-revision=\"").contains(">" + opened.getLocalPort() + "<");
        }
        stream.body().close();
    }

    @Test
    void headOfTheStreamIsNotAStream() throws Exception {
        assertThat(raw("HEAD /events HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 200")
                .contains("text/event-stream");
    }

    private static String nextRevision(Iterator<String> lines, String other) {
        while (true) {
            if (lines.next().equals("event:sockets")) {
                String revision = lines.next().substring("data:".length());
                if (!revision.equals(other)) {
                    return revision;
                }
            }
        }
    }

    private HttpResponse<String> fragment(String revision) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sockets?revision=" + revision))
                        .header("HX-Request", "true")
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void strangersNameIsRefusedEverywhereAndTheRefusalHelps() throws Exception {
        for (String path : List.of(
                "/",
                "/sockets",
                "/api/sockets",
                "/actuator/health",
                "/css/base.css",
                "/js/live.js",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/favicon.svg",
                "/events",
                "/nosuch")) {
            String answer = raw("GET " + path + " HTTP/1.1\nHost: evil.example:" + port + "\nConnection: close\n\n");
            assertThat(answer).as(path).startsWith("HTTP/1.1 403").contains("homeport.allowed-hosts=evil.example");
        }
    }

    @Test
    void hostIsTreatedRightInItsOddForms() throws Exception {
        assertThat(raw("GET /actuator/health HTTP/1.1\nHost: LOCALHOST\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("GET /actuator/health HTTP/1.1\nHost: localhost.\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("GET /actuator/health HTTP/1.1\nHost: 127.0.0.1.nip.io\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 403");
        for (String odd : List.of(
                "GET / HTTP/1.0\n\n",
                "GET / HTTP/1.1\nConnection: close\n\n",
                "GET / HTTP/1.1\nHost: localhost\nHost: localhost\nConnection: close\n\n",
                "GET / HTTP/1.1\nHost: localhost\nHost: evil.example\nConnection: close\n\n",
                "GET http://evil.example/ HTTP/1.1\nHost: localhost\nConnection: close\n\n",
                "GET / HTTP/1.1\nHost: my_box\nConnection: close\n\n",
                "GET / HTTP/1.1\nHost: a b\nConnection: close\n\n")) {
            assertThat(raw(odd))
                    .as(odd)
                    .startsWith("HTTP/1.1 400")
                    .contains("homeport.allowed-hosts")
                    .contains("application/problem+json");
        }
        assertThat(raw("GET http://evil.example/ HTTP/1.1\nHost: evil.example\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.1\nHost: evil.example\nX-Forwarded-Host: localhost\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void anotherSitesPostIsRefusedAndAScriptsIsTaken() throws Exception {
        String post =
                "POST /api/sockets HTTP/1.1\nHost: localhost:" + port + "\nContent-Length: 0\nConnection: close\n";
        assertThat(raw(post + "Sec-Fetch-Site: cross-site\n\n")).startsWith("HTTP/1.1 403");
        assertThat(raw(post + "Origin: http://localhost:3000\nSec-Fetch-Site: same-site\n\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw(post + "\n"))
                .as("taken, though there is nothing to post")
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void everyAnswerHasTheHeadersThatGuardIt() throws Exception {
        for (String path : List.of("/", "/api/sockets", "/css/base.css", "/actuator/health", "/nosuch")) {
            HttpResponse<String> answer = get("http://127.0.0.1:" + port + path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("same-origin");
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase().startsWith("access-control"));
        }
        assertThat(get("http://127.0.0.1:" + port + "/api/sockets").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void oneStyleSheetHasAllThatItImports() throws Exception {
        HttpResponse<String> answer = get("http://127.0.0.1:" + port + "/css/homeport.css");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/css");
        String css = answer.body();
        assertThat(css).doesNotContain("@import").contains("@media print {\n@layer print {");
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:/static/css/*.css");
        assertThat(files).hasSizeGreaterThan(10);
        for (Resource file : files) {
            if (!"homeport.css".equals(file.getFilename())) {
                assertThat(css).as(file.getFilename()).contains(file.getContentAsString(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void scriptsAreAskedForAgainAndToldApartByTheirContent() throws Exception {
        HttpResponse<String> script = get("http://127.0.0.1:" + port + "/js/live.js");
        String etag = script.headers().firstValue("ETag").orElseThrow();
        assertThat(script.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(script.headers().firstValue("Last-Modified")).isEmpty();
        HttpResponse<String> again = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/js/live.js"))
                        .header("If-None-Match", etag)
                        .build(),
                BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void errorsAreAPageForPeopleAndAProblemForPrograms() throws Exception {
        assertThat(raw("GET /nosuch HTTP/1.1\nHost: localhost\nAccept: text/html\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 404")
                .contains("text/html", "<h1>", "There is no such page");
        assertThat(raw("GET /nosuch HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 404")
                .contains("application/problem+json");
        assertThat(raw("GET /api/nosuch HTTP/1.1\nHost: localhost\nAccept: text/html,*/*;q=0.8\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 404")
                .contains("application/problem+json");
        assertThat(raw("GET //x HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 400")
                .contains("makes no sense");
    }

    @Test
    void actuatorTellsHealthBuildAndMetersAndNothingElse() throws Exception {
        assertThat(get("http://127.0.0.1:" + port + "/actuator/health").body())
                .contains("\"status\":\"UP\"", "components");
        assertThat(get("http://127.0.0.1:" + port + "/actuator/info").body()).contains("\"artifact\":\"homeport\"");
        assertThat(get("http://127.0.0.1:" + port + "/actuator/metrics/homeport.collector.success")
                        .body())
                .contains("sockets", "vantage");
        for (String closed : List.of("env", "heapdump", "threaddump", "loggers", "beans", "shutdown", "configprops")) {
            assertThat(get("http://127.0.0.1:" + port + "/actuator/" + closed).statusCode())
                    .as(closed)
                    .isEqualTo(404);
        }
    }

    @Test
    void noPasswordIsMadeAndPrinted(CapturedOutput output) {
        assertThat(output.getAll())
                .doesNotContainIgnoringCase("generated security password")
                .doesNotContain("?token=");
    }

    private static ServerSocket listen(String address) throws IOException {
        return new ServerSocket(0, 5, InetAddress.getByName(address));
    }

    /** Asks until the socket is there, or is not, since readings are taken each second. */
    /** Others may use the same port on other addresses. */
    private @Nullable JsonNode await(String protocol, String address, int listenedOn, boolean present)
            throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<JsonNode> found;
        do {
            found = sockets("protocol=" + protocol + "&port=" + listenedOn).stream()
                    .filter(socket -> socket.get("address").asString().equals(address))
                    .findFirst();
            Thread.onSpinWait();
        } while (found.isPresent() != present && System.nanoTime() < deadline);
        assertThat(found.isPresent()).isEqualTo(present);
        return found.orElse(null);
    }

    private List<JsonNode> sockets(String query) throws Exception {
        JsonNode answer = json.readTree(
                get("http://127.0.0.1:" + port + "/api/sockets?" + query).body());
        return answer.get("sockets").valueStream().toList();
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String raw(String request) throws IOException {
        return RawHttp.send("127.0.0.1", port, request);
    }
}
