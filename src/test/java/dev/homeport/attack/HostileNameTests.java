package dev.homeport.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A process that chose its name and its command line to do harm, and a hosts file whose author did (DOMAIN R10.7, R10.8, T16),
 * in all that the program tells.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "homeport.refresh=200ms")
@ExtendWith(OutputCaptureExtension.class)
class HostileNameTests {

    /** A spreadsheet would reckon with a cell that begins so. */
    private static final Pattern FORMULA = Pattern.compile("(?m)(?:^|,)\"?[=+@\\t\\r-]");

    /** As much as the kernel keeps of a name. */
    private static final String COMMAND = "=x9<x9>\u001b[31m";

    private static final List<String> ARGUMENTS = List.of(
            "=cmd|' /C calc'!A0",
            "<x9 onload=1>",
            "\" onx9=\"1",
            "\u001b[31mred",
            "\u202egnp.exe",
            "a\rb\nc",
            "--password=hunter2hunter2",
            "https://u:s3cretpass@h.example/",
            "${31337*7919}",
            "-Dmy.token=t0psecret",
            "x\u2028y",
            "\ufeff@SUM(1)");
    private static final List<String> SECRETS = List.of("hunter2hunter2", "s3cretpass", "t0psecret");
    private static final String HOSTS = """
            127.0.0.1 localhost
            10.9.9.1 <x9> # <x9 onload=1> \u202e\u001b[31mred ${31337*7919}
            10.9.9.2 =cmd|calc!A0 @sum +1 -2
            10.9.9.3 x9\u200b.example "\u0020onx9="1 # \u0007\u0000\u0085
            # 10.9.9.4 \u001b]0;title\u0007x9.example
            <x9> \u202e not an address
            999.1.1.1 \u001b[2J
            """;

    @TempDir
    static Path folder;

    private static Process process;
    private static int listening;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    /** Holds a port under the name of the file that it is started from. */
    static final class Holder {

        public static void main(String[] arguments) throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                System.out.println(socket.getLocalPort());
                System.in.read();
            }
        }
    }

    @DynamicPropertySource
    static void hostsFile(DynamicPropertyRegistry registry) throws IOException {
        Path hosts = Files.writeString(Files.createTempFile("homeport-hostile", ".hosts"), HOSTS);
        hosts.toFile().deleteOnExit();
        registry.add("homeport.hosts.path", hosts::toString);
    }

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "a process is called as its file is");
        Path java = Files.createSymbolicLink(
                folder.resolve(COMMAND), Path.of(System.getProperty("java.home"), "bin", "java"));
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dmy.token=t0psecret",
                Holder.class.getName()));
        command.addAll(ARGUMENTS);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        listening = Integer.parseInt(process.inputReader().readLine());
    }

    @AfterAll
    static void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void noTextOfOthersHarmsOrBetraysAnywhere(CapturedOutput log) throws IOException {
        try (Wire wire = new Wire(port)) {
            String json = wire.get("/api/sockets?port=" + listening).body();
            while (!json.contains("x9")) {
                json = wire.get("/api/sockets?port=" + listening).body(); // until it is read
            }
            assertThat(json).contains("=x9<x9>", "--password", "***");
            String id = json.replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
            List<String> targets = new ArrayList<>(new Doors(program).paths());
            targets.removeIf(target -> target.equals("/events") || Doors.FILES.contains(target));
            targets.addAll(List.of(
                    "/sockets?open=" + id,
                    "/addresses?open=" + id,
                    "/diagnose?target=:" + listening,
                    "/api/diagnose?target=:" + listening,
                    "/hosts?name=%3Cx9%3E&line=2",
                    "/hosts?group=override",
                    "/api/hosts/lookup?name=%3Cx9%3E"));
            for (String target : targets) {
                Answer answer = wire.send("GET", target, "Accept: text/html, */*\n", "");
                assertThat(answer.harm()).as(target).isEmpty();
                assertThat(SECRETS).as(target).noneMatch(answer.body()::contains);
            }
            assertThat(wire.get("/sockets?open=" + id).body()).contains("=x9&lt;x9&gt;");
            for (String table : List.of("/api/sockets.csv", "/api/hosts.csv")) {
                assertThat(FORMULA.matcher(wire.get(table).body()).find())
                        .as(table)
                        .isFalse();
            }
        }
        assertThat(SECRETS).noneMatch(log.getAll()::contains);
        assertThat(log.getAll()).doesNotContain("<x9", "\u202e", "\u001b]0", " ERROR ");
    }
}
