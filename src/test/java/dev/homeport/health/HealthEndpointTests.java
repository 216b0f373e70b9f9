package dev.homeport.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.RawHttp;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What monitors get from the whole program, which expects something here that is not so. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "homeport.expect.nobody=tcp/1 any",
            "homeport.expect.name=name localhost 127.0.0.1 ::1 192.0.2.1",
            "homeport.allowed-hosts=monitor.example"
        })
class HealthEndpointTests {

    private static final Duration TTL = Duration.ofSeconds(5);
    private static final int POLLS = 10_000;

    /** Other tests' programs run in this process too, and open and close things of their own. */
    private static final int NOISE = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode tree(String path) throws IOException, InterruptedException {
        return json.readTree(get(path).body());
    }

    @Test
    void componentsAreThoseOfTheContract() throws Exception {
        JsonNode health = tree("/actuator/health");
        assertThat(health.get("components").propertyNames())
                .contains("loopback", "hostsFile", "collectors", "expectations");
        assertThat(health.at("/components/loopback/components").propertyNames())
                .containsExactlyInAnyOrder("interface", "ipv4", "ipv6", "localhost", "latency");
        assertThat(health.get("groups").valueStream().map(JsonNode::asString)).contains("liveness", "readiness", "lo");
        for (String path : List.of("loopback", "loopback/ipv4", "loopback/interface", "hostsFile", "lo", "liveness")) {
            assertThat(get("/actuator/health/" + path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotAsExpectedIsDownAndNothingElseIs() throws Exception {
        HttpResponse<String> whole = get("/actuator/health");
        assertThat(whole.statusCode()).isEqualTo(503);
        assertThat(whole.headers().firstValue("Content-Type").orElse("")).contains("json");
        HttpResponse<String> expectations = get("/actuator/health/expectations");
        assertThat(expectations.statusCode()).isEqualTo(503);
        JsonNode details = json.readTree(expectations.body()).get("details");
        assertThat(details.at("/unmet").asInt()).isPositive();
        assertThat(details.at("/expectations/name/status").asString()).isEqualTo("unmet");
        assertThat(details.at("/expectations/name/difference").asString()).contains("192.0.2.1");
        assertThat(get("/actuator/health/lo").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/loopback").statusCode()).isEqualTo(200);
    }

    @Test
    void numbersAreNumbersAndTimesAreTimes() throws Exception {
        JsonNode ipv4 = tree("/actuator/health/loopback/ipv4").get("details");
        assertThat(ipv4.get("tookMillis").isNumber()).isTrue();
        assertThat(Instant.parse(ipv4.get("since").asString())).isBefore(Instant.now());
        assertThat(Instant.parse(ipv4.get("takenAt").asString())).isBefore(Instant.now());
        JsonNode latency = tree("/actuator/health/loopback/latency").get("details");
        assertThat(latency.at("/targets/tcp4/p50Micros").isNumber()).isTrue();
        JsonNode hosts = tree("/actuator/health/hostsFile").get("details");
        assertThat(hosts.get("warnings").isNumber()).isTrue();
    }

    @Test
    void expectationsAreToldToProgramsAndOnThePage() throws Exception {
        JsonNode answer = tree("/api/expectations");
        while (answer.get("reading").asString().equals("missing")) {
            assertThat(answer.get("reason").asString()).contains("only just started");
            answer = tree("/api/expectations");
        }
        assertThat(answer.get("expectations")
                        .valueStream()
                        .map(one -> one.get("name").asString()))
                .containsExactlyInAnyOrder("nobody", "name");
        assertThat(answer.get("baseline").asString()).contains("homeport.expect.only=");
        String page = get("/").body();
        assertThat(page).contains("id=\"expectations\"", "tcp/1 any", "homeport.expect.only=");
        assertThat(get("/api/findings").body()).contains("expectation-unmet");
    }

    @Test
    void monitorsOwnNameIsAllowedAndAnotherIsNot() throws Exception {
        assertThat(RawHttp.send(
                        "127.0.0.1",
                        port,
                        "GET /actuator/health/lo HTTP/1.1\nHost: monitor.example:" + port + "\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(RawHttp.send(
                        "127.0.0.1",
                        port,
                        "GET /actuator/health/lo HTTP/1.1\nHost: other.example\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 403")
                .contains("homeport.allowed-hosts=other.example");
    }

    /** Polls follow each other as fast as they can, which is more than 50 a second. */
    @Test
    void pollingMakesNoMoreSelfTestsAndLeaksNothing() throws Exception {
        for (int i = 0; i < 100; i++) {
            get("/actuator/health/lo");
        }
        long tests = selfTests();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long descriptors = descriptors();
        long start = System.nanoTime();
        for (int i = 0; i < POLLS; i++) {
            assertThat(get("/actuator/health/lo").statusCode()).isEqualTo(200);
        }
        long periods = Duration.ofNanos(System.nanoTime() - start).dividedBy(TTL) + 1;
        assertThat(selfTests() - tests).isBetween(periods - 2, periods + 1);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + NOISE);
        assertThat(descriptors()).isLessThan(descriptors + NOISE);
    }

    private long selfTests() throws Exception {
        JsonNode meter = tree("/actuator/metrics/homeport.collector.duration?tag=collector:loopback");
        return meter.get("measurements")
                .valueStream()
                .filter(one -> one.get("statistic").asString().equals("COUNT"))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asLong();
    }

    private static long descriptors() throws IOException {
        Path own = Path.of("/proc/self/fd");
        if (!Files.isDirectory(own)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(own)) {
            return all.count();
        }
    }

    /** The rules of monitors whose programs cannot be had here (their sources say so). */
    @Test
    void bodyIsAsMonitorsReadIt() throws Exception {
        HttpResponse<String> up = get("/actuator/health/lo");
        String withoutBlanks = json.writeValueAsString(json.readTree(up.body()));
        assertThat(withoutBlanks).as("Uptime Kuma, keyword").contains("\"status\":\"UP\"");
        assertThat(json.readTree(up.body()).get("status").isString())
                .as("Uptime Kuma json-query, Gatus [BODY].status, Spring Boot Admin")
                .isTrue();
        JsonNode down = tree("/actuator/health");
        assertThat(down.get("status").asString())
                .as("Spring Boot Admin reads the body of a 503")
                .isEqualTo("DOWN");
        assertThat(down.get("components")
                        .propertyStream()
                        .map(entry -> entry.getValue().get("status").asString()))
                .as("Linuxfabrik, Zabbix: a status of each component")
                .isSubsetOf("UP", "DOWN", "UNKNOWN");
        assertThat(get("/livez").body().length())
                .as("Kubernetes reads all of it; Docker keeps 4096 bytes, Consul 4 KiB")
                .isLessThan(100);
    }

    @Test
    void realMonitorsSeeUpAndDown() throws Exception {
        String up = "http://127.0.0.1:" + port + "/actuator/health/lo";
        String down = "http://127.0.0.1:" + port + "/actuator/health";
        assertExit(0, 22, "/usr/bin/curl", up, down, "-sf", "-o", "/dev/null");
        assertExit(0, 8, "/usr/bin/wget", up, down, "-q", "--spider");
    }

    private static void assertExit(int whenUp, int whenDown, String program, String up, String down, String... options)
            throws Exception {
        assumeTrue(Files.isExecutable(Path.of(program)), "needs " + program);
        assertThat(exit(program, options, up)).as(program).isEqualTo(whenUp);
        assertThat(exit(program, options, down)).as(program).isEqualTo(whenDown);
    }

    private static int exit(String program, String[] options, String url) throws Exception {
        List<String> command = Stream.of(Stream.of(program), Stream.of(options), Stream.of(url))
                .flatMap(part -> part)
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void nagiosIsOkOrCritical() throws Exception {
        String program = "/usr/lib/nagios/plugins/check_http";
        assumeTrue(Files.isExecutable(Path.of(program)), "needs monitoring-plugins-basic");
        String[] options = {"-H", "localhost", "-I", "127.0.0.1", "-p", String.valueOf(port), "-u"};
        assertThat(exit(program, options, "/actuator/health/lo")).isZero();
        assertThat(exit(program, options, "/actuator/health")).isEqualTo(2);
    }

    @Test
    void blackboxExporterSeesUpAndDown() throws Exception {
        String program = "/usr/bin/prometheus-blackbox-exporter";
        assumeTrue(Files.isExecutable(Path.of(program)), "needs prometheus-blackbox-exporter");
        Process exporter = new ProcessBuilder(
                        program, "--web.listen-address=127.0.0.1:0", "--config.file=/etc/prometheus/blackbox.yml")
                .redirectErrorStream(true)
                .start();
        try {
            String base = "http://" + address(exporter);
            String target = "/probe?module=http_2xx&target=http://127.0.0.1:" + port;
            assertThat(probe(base + target + "/actuator/health/lo")).contains("\nprobe_success 1\n");
            assertThat(probe(base + target + "/actuator/health")).contains("\nprobe_success 0\n");
        } finally {
            exporter.destroy();
        }
    }

    private static String address(Process exporter) {
        Pattern listening = Pattern.compile("(127\\.0\\.0\\.1:[1-9]\\d*)");
        return exporter.inputReader()
                .lines()
                .flatMap(line -> listening.matcher(line).results().map(match -> match.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private String probe(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
