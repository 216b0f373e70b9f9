package dev.homeport.namespaces.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.NamespaceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineProcessesTests {

    private static final String ID = "0123456789abcdef".repeat(4);

    @TempDir
    Path proc;

    private NamespaceRoot process(int pid, String name, String... arguments) throws IOException {
        Path directory = Files.createDirectories(proc.resolve(Integer.toString(pid)));
        Files.writeString(directory.resolve("comm"), name + "\n");
        Files.writeString(directory.resolve("cmdline"), String.join("\0", arguments) + "\0");
        return new NamespaceRoot(proc, Integer.toString(pid));
    }

    private static String[] proxy(String hostPort) {
        return ("/usr/bin/docker-proxy -proto tcp -host-ip 127.0.0.1 -host-port " + hostPort
                        + " -container-ip 172.17.0.2 -container-port 80")
                .split(" ");
    }

    @Test
    void forwarderTellsTheWholeMapping() throws IOException {
        assertThat(new EngineProcesses()
                        .read(List.of(process(7, "docker-proxy", proxy("8083"))))
                        .publications())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.published().text()).isEqualTo("127.0.0.1:8083");
                    assertThat(told.target().text()).isEqualTo("172.17.0.2:80");
                });
    }

    @Test
    void monitorTellsItsContainersName() throws IOException {
        NamespaceRoot conmon = process(7, "conmon", "/usr/bin/conmon", "-c", ID, "-n", "web");
        assertThat(new EngineProcesses().read(List.of(conmon)).names()).containsEntry(ID, "web");
    }

    /** Anybody may call his program so. */
    @ParameterizedTest
    @ValueSource(strings = {"99999", "0", "-1", "x", "", "65536"})
    void whatIsNoPortTellsNothing(String port) throws IOException {
        assertThat(new EngineProcesses()
                        .read(List.of(process(7, "docker-proxy", proxy(port))))
                        .publications())
                .isEmpty();
    }

    /** Between fork and exec a process bears its parent's name. */
    @Test
    void newProcessIsLookedAtTwice() throws IOException {
        EngineProcesses engines = new EngineProcesses();
        engines.read(List.of(process(7, "dockerd", "/usr/bin/dockerd")));
        assertThat(engines.read(List.of(process(7, "docker-proxy", proxy("8083"))))
                        .publications())
                .hasSize(1);
    }
}
