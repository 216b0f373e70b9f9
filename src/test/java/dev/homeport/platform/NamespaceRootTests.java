package dev.homeport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamespaceRootTests {

    @TempDir
    Path proc;

    @Test
    void fileIsTheProcessOwn() throws IOException {
        Path etc = Files.createDirectories(proc.resolve("self/root/etc"));
        assertThat(NamespaceRoot.own(proc).file("/etc/hosts")).isEqualTo(etc.resolve("hosts"));
    }

    @Test
    void whereProcessesHaveNoRootItIsThatOfThisProcess() {
        assertThat(NamespaceRoot.own(proc).file("/etc/hosts")).isEqualTo(Path.of("/etc/hosts"));
    }
}
