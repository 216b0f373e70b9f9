package dev.homeport.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdsTests {

    @TempDir
    Path folder;

    @Test
    void onlyNumbersAreProcesses() throws IOException {
        for (String name : new String[] {"17", "2", "self", "net", "0", "1x"}) {
            Files.createDirectory(folder.resolve(name));
        }
        assertThat(ProcessIds.in(folder)).containsExactly(2, 17);
    }

    @Test
    void whereThereIsNoSuchFileSystemThereIsNone() throws IOException {
        assertThat(ProcessIds.in(folder.resolve("nowhere"))).isEmpty();
        assertThat(ProcessIds.in(Files.createFile(folder.resolve("file")))).isEmpty();
    }

    /** A link to itself opens as little as anything does while no descriptor is left. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatCannotBeReadIsNotSaidToBeEmpty() throws IOException {
        Path proc = folder.resolve("proc");
        Files.createSymbolicLink(proc, proc);
        assertThatThrownBy(() -> ProcessIds.in(proc))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(proc.toString());
    }
}
