package dev.homeport.localhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.Namespace;
import dev.homeport.hosts.JudgedSamples;
import dev.homeport.hosts.resolver.Settings;
import dev.homeport.sockets.Fixtures;
import dev.homeport.sockets.ListeningSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** curl, Python, Node.js, wget and Java reach by name what we say they reach: in a namespace, over a hosts file of ours. */
class RealClientsTests {

    private static final Map<String, Client> CLIENTS = Map.of(
            "java", Client.JAVA,
            "curl", Client.CURL,
            "python", Client.NATIVE,
            "node", Client.NATIVE,
            "wget-4", Client.IPV4_ONLY);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1 localhost\n::1 localhost\n",
                "::1 localhost\n127.0.0.1 localhost\n",
                "127.0.0.1 localhost\n",
                "::1 localhost\n",
                "127.0.0.77 localhost\n",
                ""
            })
    void clientsFareAsPredicted(String hosts) throws Exception {
        List<String[]> happened = Namespace.run(script(hosts), RealClients.class);
        Localhost predicted = Localhost.of(JudgedSamples.judged(hosts, Settings.machine()), servers());
        for (String[] line : happened) {
            if (!line[2].equals("missing")) {
                boolean oldNode = line[0].equals("node") && !nodeFallsBack();
                Client client = oldNode ? Client.FIRST_ONLY : CLIENTS.get(line[0]);
                String verdict = predicted.ports().stream()
                        .filter(port -> port.port() == Integer.parseInt(line[1]))
                        .findFirst()
                        .orElseThrow()
                        .arrival(client)
                        .verdict();
                assertThat(verdict)
                        .as(line[0] + " to port " + line[1])
                        .isIn(Boolean.parseBoolean(line[2]) ? List.of("yes", "fallback") : List.of("no"));
            }
        }
        assertThat(happened).hasSize(15);
    }

    private static List<ListeningSocket> servers() {
        return List.of(
                Fixtures.tcp("127.0.0.1", 3001, "java"),
                Fixtures.tcp("::1", 3002, "java"),
                Fixtures.tcp("::", 3003, "java"));
    }

    /** Name servers are nobody, so that an unknown name is told so at once. */
    private String script(String hosts) throws Exception {
        Namespace.assumePossible();
        assumeTrue(Files.exists(Path.of("/etc/hosts")), "needs /etc/hosts");
        Path file = Files.writeString(folder.resolve("hosts"), hosts);
        Path nsswitch = Files.writeString(folder.resolve("nsswitch.conf"), "hosts: files\n");
        Path hostConf = Files.writeString(folder.resolve("host.conf"), "multi on\n");
        return """
                ip link set lo up
                [ -e /etc/nsswitch.conf ] || : > /etc/nsswitch.conf
                [ -e /etc/host.conf ] || : > /etc/host.conf
                exec unshare -m sh -c '
                  mount --make-rprivate / && mount --bind %s /etc/hosts &&
                  mount --bind %s /etc/nsswitch.conf && mount --bind %s /etc/host.conf && exec "$@"' sh "$@"
                """.formatted(file, nsswitch, hostConf);
    }

    private static boolean nodeFallsBack() throws Exception {
        Process node = new ProcessBuilder("node", "-p", "process.versions.node.split(`.`)[0] >= 20").start();
        return new String(node.getInputStream().readAllBytes()).strip().equals("true");
    }
}
