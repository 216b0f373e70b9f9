package dev.homeport.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.HomeportApplication;
import dev.homeport.Namespace;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts of a process of its own: what it prints, and how it ends. */
class StartTests {

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endThem() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void withoutIpv6ItListensOnIpv4AloneAndSaysSo() throws Exception {
        Process process = start(List.of("-Djava.net.preferIPv4Stack=true"), "--server.port=0");
        String log = readUntil(process, "Started HomeportApplication");
        assertThat(log).contains("::1 is not usable here").contains("Homeport listens on 127.0.0.1 alone");
        Matcher port = Pattern.compile("Tomcat started on port (\\d+)").matcher(log);
        assertThat(port.find()).isTrue();
        String vantage = get("http://127.0.0.1:" + port.group(1) + "/api/vantage");
        assertThat(vantage).contains("Whether ::1 works");
    }

    @Test
    void takenPortEndsTheProcessWithACodeThatIsNotZero() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Process process = start(List.of(), "--server.port=" + taken.getLocalPort());
            String log = readUntil(process, null);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(log)
                    .contains("it is taken by java (pid "
                            + ProcessHandle.current().pid());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--homeport.refresh=1ms          | homeport.refresh takes a duration from 200ms to 1h",
                "--homeport.health.ttl=1s        | homeport.health.ttl takes a duration from 5s to 1h",
                "--homeport.expect.pg=5432       | homeport.expect.pg",
                "--homeport.expect.pg=tcp/5432 lopback | \"lopback\" is neither an address nor one of the words for how far. An expectation is one of: \"tcp/5432 loopback\"",
                "--homeport.expect.only=22,x     | \"x\" is no port and no range of ports",
                "--homeport.allowed-hosts=*      | homeport.allowed-hosts takes names such as box.example",
                "--management.server.port=9999   | The actuator answers on Homeport's own port",
            })
    void settingThatMakesNoSenseEndsTheStartWithItsName(String setting, String message) throws Exception {
        Process process = start(List.of(), "--server.port=0", setting);
        assertThat(readUntil(process, null)).contains(message).doesNotContain("\tat ");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
    }

    @Test
    void expectationsCanComeFromTheEnvironment() throws Exception {
        List<String> environment =
                List.of("env", "HOMEPORT_EXPECT_NO_DOCKER_API=tcp/2375 none", "HOMEPORT_EXPECT_ONLY=1-65535");
        Process process =
                launch(environment, List.of(), "--server.port=0", "--homeport.expect.no-docker-api=tcp/1 none");
        String log = readUntil(process, "Started HomeportApplication");
        Matcher port = Pattern.compile("Tomcat started on ports? (\\d+)").matcher(log);
        assertThat(port.find()).isTrue();
        assertThat(get("http://127.0.0.1:" + port.group(1) + "/api/expectations"))
                .contains("\"name\":\"only\"", "\"name\":\"no-docker-api\"")
                .as("the command line weighs more")
                .contains("\"expected\":\"tcp/1 none\"")
                .doesNotContain("tcp/2375");
    }

    @Test
    void reachableFromElsewhereItPrintsALinkWithATokenOnce() throws Exception {
        Process process = start(List.of(), "--server.port=0", "--server.address=0.0.0.0");
        String log = readUntil(process, "Started HomeportApplication");
        Matcher link = Pattern.compile("http://localhost:\\d+/\\?token=\\S+").matcher(log);
        assertThat(link.results().count()).isOne();
        link.reset().find();
        assertThat(status(link.group().replaceAll("\\?.*", "sockets"))).isEqualTo(401);
        assertThat(status(link.group())).isEqualTo(303);
    }

    @Test
    void withoutIpv4LoopbackItListensOnIpv6Alone() throws Exception {
        Namespace.assumePossible();
        Process process = startIn("ip link set lo up; ip addr del 127.0.0.1/8 dev lo; " + CABLE);
        assertThat(readUntil(process, "Started HomeportApplication"))
                .contains("127.0.0.1 is not usable here")
                .contains("Homeport listens on ::1 alone");
    }

    @Test
    void withoutAnyLoopbackTheStartEndsWithWhatMendsIt() throws Exception {
        Namespace.assumePossible();
        Process process = startIn(CABLE);
        assertThat(readUntil(process, null))
                .contains("Homeport can listen neither on 127.0.0.1 nor on ::1")
                .contains("sudo ip link set lo up")
                .doesNotContain("at dev.homeport");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
    }

    /** With another interface, an address of loopback that is not there cannot be bound any more (unlike DOMAIN R5.6). */
    private static final String CABLE =
            "ip link add a0 type veth peer name a1; ip addr add 10.77.0.2/24 dev a0; ip link set a0 up; ip link set a1 up; ";

    private Process startIn(String script) throws IOException {
        return launch(List.of("unshare", "-n", "sh", "-c", script + "exec \"$@\"", "sh"), List.of(), "--server.port=0");
    }

    @Test
    void stopDoesNotWaitForOpenStreams() throws Exception {
        Process process = start(List.of(), "--server.port=0");
        String log = readUntil(process, "Started HomeportApplication");
        Matcher port = Pattern.compile("Tomcat started on ports? (\\d+)").matcher(log);
        assertThat(port.find()).isTrue();
        var stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.group(1) + "/events"))
                                .build(),
                        BodyHandlers.ofInputStream());
        assertThat(stream.body().read()).isPositive();
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS))
                .as("a graceful stop waits 30 s for what is open")
                .isTrue();
    }

    private Process start(List<String> options, String... arguments) throws IOException {
        return launch(List.of(), options, arguments);
    }

    private Process launch(List<String> launcher, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(launcher);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HomeportApplication.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    /** What it prints until a line that contains {@code end}, or to its end. */
    private static String readUntil(Process process, String end) throws IOException {
        StringBuilder log = new StringBuilder();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            log.append(line).append('\n');
            if (end != null && line.contains(end)) {
                break;
            }
        }
        return log.toString();
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private static int status(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
