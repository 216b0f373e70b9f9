package dev.homeport.diagnosis;

import static dev.homeport.net.IpFamily.IPV4;
import static dev.homeport.net.IpFamily.IPV6;

import dev.homeport.HomeportApplication;
import dev.homeport.NativeSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.LinkedMultiValueMap;

/**
 * A program for a network namespace of its own, with Homeport and one trouble after the other in it. Of each it prints {@code
 * trouble | causes, the first one first | reachable | causes after its fix was run | what was tried}.
 */
final class TroubledNetwork {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String OWN = "10.77.0.2";

    private final CurrentSituation situation;
    private final Tries tries = new Tries();
    private final Path hosts;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private int port = 20_000;

    private TroubledNetwork(CurrentSituation situation, Path hosts) {
        this.situation = situation;
        this.hosts = hosts;
    }

    public static void main(String[] arguments) throws Exception {
        Path hosts = Files.createTempFile("homeport-hosts", "");
        Files.writeString(hosts, "127.0.0.1 localhost\n::1 localhost\n10.9.9.9 elsewhere.test\n");
        SpringApplication application = new SpringApplication(HomeportApplication.class);
        application.setDefaultProperties(
                Map.of("server.port", "18080", "homeport.refresh", "200ms", "homeport.hosts.path", hosts.toString()));
        try (ConfigurableApplicationContext context = application.run()) {
            new TroubledNetwork(context.getBean(CurrentSituation.class), hosts).troubles();
        } finally {
            Files.delete(hosts);
        }
    }

    /** Sets something up on {@link #port}. */
    private interface Trouble {
        void begin() throws Exception;
    }

    private void troubles() throws Exception {
        trouble("nothing", "localhost:", CauseCode.NOTHING_LISTENS, () -> {});
        trouble("well", "localhost:", CauseCode.REACHABLE, () -> answering("::"));
        trouble("ipv4 alone, by name", "localhost:", CauseCode.OTHER_FAMILY_ONLY, () -> answering("127.0.0.1"));
        trouble(
                "ipv4 alone, by ::1",
                "[::1]:",
                CauseCode.OTHER_FAMILY_ONLY,
                () -> tcp4().bind("127.0.0.1", port).listen(500));
        trouble(
                "ipv6 alone, by 127.0.0.1",
                "127.0.0.1:",
                CauseCode.OTHER_FAMILY_ONLY,
                () -> keep(NativeSocket.tcp(IPV6).v6only(true).bind("::", port)).listen(500));
        trouble(
                "own address",
                OWN + ":",
                CauseCode.OTHER_ADDRESS_ONLY,
                () -> tcp4().bind("127.0.0.1", port).listen(500));
        trouble(
                "loopback, by localhost",
                "localhost:",
                CauseCode.OTHER_ADDRESS_ONLY,
                () -> tcp4().bind(OWN, port).listen(500));
        trouble(
                "device",
                "127.0.0.1:",
                CauseCode.DEVICE_BOUND,
                () -> tcp4().device("probe0").bind("0.0.0.0", port).listen(500));
        trouble(
                "udp",
                "127.0.0.1:",
                CauseCode.PROTOCOL_MISMATCH,
                () -> keep(NativeSocket.udp(IPV4)).bind("127.0.0.1", port));
        trouble("held", "127.0.0.1:", CauseCode.PORT_HELD_NOT_LISTENING, () -> tcp4().bind("127.0.0.1", port));
        trouble("queue", "127.0.0.1:", CauseCode.ACCEPT_QUEUE_FULL, this::fullQueue);
        trouble("closes", "127.0.0.1:", CauseCode.SERVER_CLOSES, this::closing);
        trouble("stopped", "127.0.0.1:", CauseCode.PROCESS_STOPPED, this::stopped);
        trouble("drop", "127.0.0.1:", CauseCode.FIREWALL_DROP, () -> firewall("drop"));
        trouble("reject", "127.0.0.1:", CauseCode.FIREWALL_REJECT, () -> firewall("reject with tcp reset"));
        trouble("reject by icmp", "127.0.0.1:", CauseCode.FIREWALL_REJECT, () -> firewall("reject"));
        trouble(
                "host unreachable",
                "127.0.0.1:",
                CauseCode.FIREWALL_REJECT,
                () -> firewall("reject with icmp type host-unreachable"));
        trouble("redirect", "127.0.0.1:", CauseCode.NAT_REDIRECT, this::redirect);
        trouble("foreign", "198.51.100.7:", CauseCode.FOREIGN_ADDRESS, () -> {});
        trouble("name elsewhere", "elsewhere.test:", CauseCode.FOREIGN_ADDRESS, () -> {});
        trouble("name unknown", "nobody.test:", CauseCode.NAME_UNRESOLVED, () -> {});
        trouble("localhost elsewhere", "localhost:", CauseCode.NAME_NOT_LOOPBACK, () -> hosts("10.9.9.9 localhost"));
        trouble("no ::1", "[::1]:", CauseCode.LO_NO_IPV6, () -> {
            keep(NativeSocket.tcp(IPV6).bind("::1", port)).listen(500);
            shell("sysctl -qw net.ipv6.conf.lo.disable_ipv6=1");
            opened.push(() -> shell("sysctl -qw net.ipv6.conf.lo.disable_ipv6=0"));
        });
        trouble("no 127.0.0.1", "127.0.0.1:", CauseCode.LO_NO_IPV4, () -> {
            tcp4().bind("0.0.0.0", port).listen(500);
            shell("ip addr del 127.0.0.1/8 dev lo");
            opened.push(() -> shell("ip addr replace 127.0.0.1/8 dev lo"));
        });
        trouble("lo down", "127.0.0.1:", CauseCode.LO_DOWN, () -> {
            tcp4().bind("0.0.0.0", port).listen(500);
            shell("ip link set lo down");
            opened.push(() -> shell("ip link set lo up"));
        });
    }

    /** Waits for the readings, and no longer than they may take. */
    private void trouble(String name, String host, CauseCode expected, Trouble trouble) throws Exception {
        port++;
        trouble.begin();
        Diagnosis diagnosis = until(host + port, expected);
        List<String> commands = diagnosis.cause().remedy() == null
                ? List.of()
                : diagnosis.cause().remedy().commands();
        String after = "";
        if (!commands.isEmpty()) {
            for (String command : commands) {
                shell(command.replace("sudo ", ""));
            }
            after = text(until(host + port, CauseCode.REACHABLE));
        }
        System.out.println(name + " | " + text(diagnosis) + " | " + diagnosis.isReachable() + " | " + after + " | "
                + diagnosis.attempts());
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    private Diagnosis until(String target, CauseCode expected) {
        LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("target", target);
        Question question = QuestionParser.parse(parameters);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Diagnosis diagnosis = diagnosis(question);
        while (diagnosis.cause().code() != expected && System.nanoTime() < deadline) {
            diagnosis = diagnosis(question);
        }
        return diagnosis;
    }

    private Diagnosis diagnosis(Question question) {
        return Diagnoser.of(question, tries.in(situation.of(question), question));
    }

    private static String text(Diagnosis diagnosis) {
        return diagnosis.causes().stream().map(cause -> cause.code().name()).collect(Collectors.joining(" "));
    }

    private NativeSocket keep(NativeSocket socket) {
        opened.push(socket);
        return socket;
    }

    private NativeSocket tcp4() {
        return keep(NativeSocket.tcp(IPV4).reuseAddress());
    }

    private void answering(String bind) throws IOException {
        ServerSocket server = new ServerSocket(port, 500, InetAddress.getByName(bind));
        opened.push(server);
    }

    private void fullQueue() throws IOException {
        tcp4().bind("127.0.0.1", port).listen(1);
        for (int i = 0; i < 2; i++) {
            opened.push(new Socket("127.0.0.1", port));
        }
    }

    private void closing() throws IOException {
        ServerSocket server = new ServerSocket(port, 500, InetAddress.getByName("127.0.0.1"));
        opened.push(server);
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    server.accept().close();
                }
            } catch (IOException e) {
                return; // the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** A server of its own process, so that it alone is stopped. */
    private void stopped() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process server = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.homeport.diagnosis.Waiter",
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        opened.push(() -> {
            server.destroyForcibly();
            server.waitFor();
        });
        server.inputReader().readLine();
        shell("kill -STOP " + server.pid());
    }

    private void firewall(String verdict) throws Exception {
        tcp4().bind("127.0.0.1", port).listen(500);
        shell("nft add table inet t; nft 'add chain inet t in { type filter hook input priority 0; }';"
                + " nft add rule inet t in tcp dport " + port + " " + verdict);
        opened.push(() -> shell("nft delete table inet t"));
    }

    private void redirect() throws Exception {
        ServerSocket other = new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
        opened.push(other);
        shell("nft add table ip t; nft 'add chain ip t out { type nat hook output priority -100; }';"
                + " nft add rule ip t out tcp dport " + port + " redirect to :" + other.getLocalPort());
        opened.push(() -> shell("nft delete table ip t"));
    }

    private void hosts(String text) throws IOException {
        String before = Files.readString(hosts);
        Files.writeString(hosts, text + "\n");
        opened.push(() -> Files.writeString(hosts, before));
    }

    private static void shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
    }
}
