package dev.homeport.namespaces.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.NamespaceRoot;
import dev.homeport.processes.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineProcessesTests {

    private static final long NETWORK = 4711;
    private static final String ID = "0123456789abcdef".repeat(4);

    @TempDir
    Path proc;

    private NamespaceRoot process(int pid, String name, String... arguments) throws IOException {
        Path directory = Files.createDirectories(proc.resolve(Integer.toString(pid)));
        Files.writeString(directory.resolve("comm"), name + "\n");
        Files.writeString(directory.resolve("cmdline"), String.join("\0", arguments) + "\0");
        return new NamespaceRoot(proc, Integer.toString(pid));
    }

    private static EngineProcesses.Told told(EngineProcesses engines, NamespaceRoot process, Optional<Long> host) {
        int pid = Integer.parseInt(process.process());
        return engines.read(List.of(new ProcessGroup(process.proc(), NETWORK, List.of(pid))), host);
    }

    /** Wherever they are made. */
    private static List<Publication> publications(EngineProcesses engines, NamespaceRoot process) {
        return told(engines, process, Optional.empty()).publications().get(NETWORK);
    }

    private static String[] proxy(String hostPort) {
        return ("/usr/bin/docker-proxy -proto tcp -host-ip 127.0.0.1 -host-port " + hostPort
                        + " -container-ip 172.17.0.2 -container-port 80")
                .split(" ");
    }

    @Test
    void forwarderTellsTheWholeMapping() throws IOException {
        assertThat(publications(new EngineProcesses(), process(7, "docker-proxy", proxy("8083"))))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.published().text()).isEqualTo("127.0.0.1:8083");
                    assertThat(told.target().text()).isEqualTo("172.17.0.2:80");
                });
    }

    @Test
    void monitorTellsItsContainersName() throws IOException {
        NamespaceRoot conmon = process(7, "conmon", "/usr/bin/conmon", "-c", ID, "-n", "web");
        assertThat(told(new EngineProcesses(), conmon, Optional.of(NETWORK)).names())
                .containsEntry(ID, "web");
    }

    /** A program in a container may call itself as it likes. */
    @Test
    void namesAreBelievedOfTheHostsProcessesAlone() throws IOException {
        NamespaceRoot conmon = process(7, "conmon", "/usr/bin/conmon", "-c", ID, "-n", "web");
        assertThat(told(new EngineProcesses(), conmon, Optional.of(NETWORK + 1)).names())
                .isEmpty();
        assertThat(told(new EngineProcesses(), conmon, Optional.empty()).names())
                .isEmpty();
    }

    /** Anybody may call his program so. */
    @ParameterizedTest
    @ValueSource(strings = {"99999", "0", "-1", "x", "", "65536"})
    void whatIsNoPortTellsNothing(String port) throws IOException {
        assertThat(publications(new EngineProcesses(), process(7, "docker-proxy", proxy(port))))
                .isEmpty();
    }

    /** Between fork and exec a process bears its parent's name. */
    @Test
    void newProcessIsLookedAtTwice() throws IOException {
        EngineProcesses engines = new EngineProcesses();
        publications(engines, process(7, "dockerd", "/usr/bin/dockerd"));
        assertThat(publications(engines, process(7, "docker-proxy", proxy("8083"))))
                .hasSize(1);
    }
}
