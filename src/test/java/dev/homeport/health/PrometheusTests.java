package dev.homeport.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program, scraped by a real Prometheus, with the rules and the dashboard that go with it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.prometheus.metrics.export.enabled=true", "homeport.refresh=200ms"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern METRIC = Pattern.compile("\\bhomeport_[a-z0-9_]+");
    private static final int FAULTY = FreePort.find();

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    private Prometheus prometheus;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void expectation(DynamicPropertyRegistry registry) {
        registry.add("homeport.expect.faulty", () -> "tcp/" + FAULTY + " none");
    }

    @BeforeAll
    void start() throws IOException {
        assumeTrue(Prometheus.isInstalled(), "needs Debian's prometheus");
        prometheus = Prometheus.start(List.of(), FreePort.find(), "127.0.0.1:" + port);
    }

    @AfterAll
    void end() {
        if (prometheus != null) {
            prometheus.close();
        }
    }

    private String get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private String scrape() throws IOException, InterruptedException {
        return get("http://127.0.0.1:" + port + "/actuator/prometheus");
    }

    /** What Prometheus says, once it says that. */
    private JsonNode await(String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode said = json.createObjectNode();
        while (!wanted.test(said)) {
            assertThat(prometheus.isAlive()).as(prometheus.log()).isTrue();
            assertThat(System.nanoTime()).as(() -> "in vain: " + path).isLessThan(deadline);
            LockSupport.parkNanos(100_000_000);
            try {
                said = json.readTree(get(prometheus.url(path)));
            } catch (IOException e) {
                said = json.createObjectNode();
            }
        }
        return said;
    }

    private JsonNode query(String expression) throws IOException, InterruptedException {
        return json.readTree(
                get(prometheus.url("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))));
    }

    private static boolean isFiring(JsonNode alerts, String name) {
        return alerts.at("/data/alerts")
                .valueStream()
                .anyMatch(alert -> alert.at("/labels/alertname").asString().equals(name)
                        && alert.get("state").asString().equals("firing"));
    }

    private void awaitScrape() throws IOException, InterruptedException {
        await(
                "/api/v1/query?query=up",
                said -> said.at("/data/result/0/value/1").asString("").equals("1"));
    }

    @Test
    void targetIsUpAndItsMetersAreThere() throws Exception {
        awaitScrape();
        JsonNode target = json.readTree(get(prometheus.url("/api/v1/targets"))).at("/data/activeTargets/0");
        assertThat(target.get("health").asString()).isEqualTo("up");
        assertThat(target.get("lastError").asString()).isEmpty();
        JsonNode up = query("homeport_loopback_up{family=\"ipv4\"}");
        assertThat(up.at("/data/result/0/value/1").asString()).isEqualTo("1");
    }

    @Test
    void linterFindsNothing() throws Exception {
        assertThat(promtool(scrape(), "check", "metrics")).isEmpty();
    }

    @Test
    void rulesDoWhatTheyShould() throws Exception {
        promtool("", "check", "rules", Prometheus.RULES.toString());
        promtool("", "check", "config", "src/main/monitoring/prometheus.yml");
        promtool("", "test", "rules", "src/test/monitoring/homeport-alerts-test.yml");
    }

    /** Runs promtool, which has to be content. */
    private static String promtool(String input, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/promtool"));
        command.addAll(List.of(arguments));
        Path given = Files.writeString(Files.createTempFile("homeport-metrics", ".txt"), input);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(given.toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        Files.delete(given);
        return said;
    }

    @Test
    void dashboardAndRulesUseOnlyMetersThatExist() throws Exception {
        Set<String> there = metrics(scrape());
        Set<String> used = metrics(dashboardExpressions().stream().collect(Collectors.joining("\n")));
        used.addAll(metrics(Files.readString(Prometheus.RULES)));
        assertThat(used).hasSizeGreaterThan(12);
        assertThat(there).containsAll(used);
    }

    private static Set<String> metrics(String text) {
        return METRIC.matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void dashboardsPanelsShowSomething() throws Exception {
        awaitScrape();
        for (String expression : dashboardExpressions()) {
            JsonNode answer = query(expression);
            assertThat(answer.get("status").asString()).as(expression).isEqualTo("success");
            boolean mayBeEmpty = expression.startsWith("homeport_listener{") || expression.contains("[1m]");
            assertThat(mayBeEmpty || !answer.at("/data/result").isEmpty())
                    .as(expression)
                    .isTrue();
        }
    }

    /** With the dashboard's variables as they are when all is chosen. */
    private List<String> dashboardExpressions() throws IOException {
        JsonNode dashboard = json.readTree(Files.readString(Path.of("src/main/monitoring/grafana-dashboard.json")));
        List<String> expressions = dashboard
                .get("panels")
                .valueStream()
                .flatMap(panel -> panel.get("targets").valueStream())
                .map(target -> target.get("expr").asString())
                .map(expression -> expression
                        .replace("$__rate_interval", "1m")
                        .replace("$instance", ".*")
                        .replace("$target", ".*"))
                .toList();
        assertThat(expressions).hasSizeGreaterThan(12).noneMatch(expression -> expression.contains("$"));
        return expressions;
    }

    @Test
    void alertFiresWhenAFaultIsMadeAndResolvesAfter() throws Exception {
        await(
                "/api/v1/query?query=homeport_expectations_met",
                said -> said.at("/data/result/0/value/1").asString("").equals("1"));
        try (ServerSocket fault = new ServerSocket(FAULTY, 1, InetAddress.getLoopbackAddress())) {
            assertThat(fault.getLocalPort()).isEqualTo(FAULTY);
            await("/api/v1/alerts", said -> isFiring(said, "HomeportExpectationUnmet"));
        }
        await("/api/v1/alerts", said -> said.has("data") && !isFiring(said, "HomeportExpectationUnmet"));
    }
}
