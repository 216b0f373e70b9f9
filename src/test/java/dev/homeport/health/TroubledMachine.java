package dev.homeport.health;

import dev.homeport.HomeportApplication;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program for a network namespace of its own: runs Homeport there, brings loopback into one state after the other, and
 * has another machine, at the other end of a cable, ask for its health. It prints a line for each state and component:
 * {@code state | component | HTTP status | status | cause | answer | observed | fix}, and the names of its keys.
 */
final class TroubledMachine implements AutoCloseable {

    private static final String BASE = "http://10.79.0.2:18080/actuator/health";
    private static final List<String> COMPONENTS = List.of("interface", "ipv4", "ipv6", "localhost", "latency");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Process other;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private TroubledMachine() throws IOException {
        List<String> command = new ArrayList<>(enterOther());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OtherMachine.class.getName()));
        other = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = other.outputWriter(StandardCharsets.UTF_8);
        answers = other.inputReader(StandardCharsets.UTF_8);
    }

    /** The beginning of a command that runs on the other machine. */
    private static List<String> enterOther() {
        return List.of("nsenter", "-t", System.getenv("PEER"), "-n");
    }

    public static void main(String[] arguments) throws Exception {
        boolean neverUp = NetworkInterface.getByName("lo") == null;
        SpringApplication application = new SpringApplication(HomeportApplication.class);
        application.setDefaultProperties(
                Map.of("server.port", "18080", "server.address", "10.79.0.2", "homeport.auth", "off"));
        ConfigurableApplicationContext context = application.run();
        try (context;
                TroubledMachine machine = new TroubledMachine()) {
            if (neverUp) {
                machine.ask("never up", "true");
                machine.ask("up at last", "ip link set lo up");
            } else {
                machine.goThroughAll();
            }
        }
        System.exit(0);
    }

    /** A real Prometheus on the other machine tells of the same. */
    private void goThroughAll() throws Exception {
        if (!Prometheus.isInstalled()) {
            System.out.println("alert | not possible");
            goThroughStates();
            return;
        }
        try (Prometheus prometheus = Prometheus.start(enterOther(), 19090, "10.79.0.2:18080")) {
            goThroughStates();
            tellAlert(prometheus, "ip link set lo down", true);
            tellAlert(prometheus, "ip link set lo up", false);
        }
    }

    /** After {@code command}, waits until the alert fires, or does not any more. */
    private void tellAlert(Prometheus prometheus, String command, boolean wanted) throws Exception {
        new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
        boolean fires = !wanted;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (fires != wanted && System.nanoTime() < deadline) {
            LockSupport.parkNanos(100_000_000);
            fires = answerTo(prometheus.url("/api/v1/alerts")).contains("HomeportLoopbackDown");
        }
        System.out.println("alert | " + command + " | " + (fires ? "fires" : "does not fire"));
    }

    private void goThroughStates() throws Exception {
        ask("up", "true");
        ask("dropped", nft("input", "iifname lo drop"));
        ask("rejected", nft("input", "iifname lo meta l4proto tcp reject"));
        ask("no acknowledgements", nft("input", "iifname lo tcp flags '&' '(syn|ack)' == ack drop"));
        ask("IPv6 dropped", nft("input", "iifname lo meta nfproto ipv6 drop"));
        ask("not sent", nft("output", "oifname lo drop"));
        ask("open again", "nft flush ruleset");
        ask("held back", "tc qdisc add dev lo root tbf rate 8bit burst 10 latency 100s");
        ask("without 127.0.0.1", "tc qdisc del dev lo root && ip addr del 127.0.0.1/8 dev lo");
        ask("without ::1", "ip addr add 127.0.0.1/8 dev lo && ip addr del ::1/128 dev lo");
        ask(
                "prohibited",
                "ip addr add ::1/128 dev lo && ip route del local 127.0.0.1 dev lo table local && "
                        + "ip route add prohibit 127.0.0.1 table local");
        ask(
                "no route",
                "ip route del prohibit 127.0.0.1 table local && ip route del local 127.0.0.0/8 dev lo table local");
        ask(
                "no ports left",
                "ip route add local 127.0.0.0/8 dev lo table local && "
                        + "sysctl -qw net.ipv4.ip_local_port_range='20000 20001' net.ipv4.ip_local_reserved_ports=20000-20001");
        ask(
                "switched off",
                "sysctl -qw net.ipv4.ip_local_reserved_ports= net.ipv4.ip_local_port_range='32768 60999' && "
                        + "ip link set lo down");
        ask("on again", "ip link set lo up");
    }

    private static String nft(String hook, String rule) {
        return "nft flush ruleset && nft add table inet t && nft 'add chain inet t c { type filter hook " + hook
                + " priority 0 ; }' && nft add rule inet t c " + rule;
    }

    private void ask(String state, String command) throws Exception {
        boolean done =
                new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor() == 0;
        String name = done ? state : state + " not possible";
        Instant changed = Instant.now();
        JsonNode health = health();
        while (!takenAt(health, "ipv4").isAfter(changed)
                || !takenAt(health, "localhost").isAfter(changed)) {
            LockSupport.parkNanos(100_000_000);
            health = health();
        }
        for (String component : COMPONENTS) {
            print(name, "loopback/" + component);
        }
        for (String group : List.of("", "loopback", "lo", "liveness", "readiness")) {
            print(name, group);
        }
    }

    private JsonNode health() throws IOException {
        String answer = answer("");
        return json.readTree(answer.substring(answer.indexOf(' ')));
    }

    private static Instant takenAt(JsonNode health, String component) {
        JsonNode takenAt = health.at("/components/loopback/components/" + component + "/details/takenAt");
        return takenAt.isString() ? Instant.parse(takenAt.asString()) : Instant.MIN;
    }

    private String answer(String path) throws IOException {
        return answerTo(BASE + (path.isEmpty() ? "" : "/" + path));
    }

    private String answerTo(String url) throws IOException {
        questions.write(url + "\n");
        questions.flush();
        return answers.readLine();
    }

    private void print(String state, String path) throws IOException {
        String[] answer = answer(path).split(" ", 2);
        JsonNode health = json.readTree(answer[1]);
        JsonNode details = health.path("details");
        System.out.println(String.join(
                " | ",
                state,
                path,
                answer[0],
                health.path("status").asString(),
                details.path("cause").asString(""),
                details.path("answer").asString(""),
                details.path("observed").asString(""),
                details.path("fix").asString(""),
                String.join(" ", details.propertyNames())));
    }

    @Override
    public void close() {
        other.destroyForcibly();
    }
}
