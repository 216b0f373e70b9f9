package dev.homeport.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.OsFamily;
import dev.homeport.platform.UserNames;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import oshi.SystemInfo;

/** On real processes of this machine. */
class KnownProcessesTests {

    private final KnownProcesses processes = new KnownProcesses(
            OsFamily.current(),
            Path.of("/proc"),
            new UserNames(Path.of("/etc/passwd")),
            new OshiProcess(new SystemInfo().getOperatingSystem())::read);

    @Test
    void thisProcessIsKnown() {
        ProcessDetails self = processes.process((int) ProcessHandle.current().pid());
        assertThat(self.name()).isEqualTo("java");
        assertThat(self.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(self.commandLine()).contains("java");
        assertThat(self.startedAt())
                .isEqualTo(ProcessHandle.current().info().startInstant().orElseThrow());
    }

    @Test
    void secretOnTheCommandLineNeverComesOut() throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path").split(File.pathSeparator)[0],
                        "-Ddb.password=hunter2",
                        Waiting.class.getName(),
                        "--token",
                        "opensesame")
                .start();
        try {
            assertThat(child.getInputStream().read()).as("the child runs").isPositive();
            ProcessDetails process = processes.process((int) child.pid());
            assertThat(process.commandLine()).contains("-Ddb.password=***").contains("--token ***");
            assertThat(process.toString()).doesNotContain("hunter2").doesNotContain("opensesame");
        } finally {
            child.destroy();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nameThatIsNoTextHidesNothingElse(@TempDir Path proc) throws IOException {
        Files.createDirectories(proc.resolve("7"));
        byte[] stat = "7 (??bad) S 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 100 0 0".getBytes(StandardCharsets.ISO_8859_1);
        stat[3] = (byte) 0xff;
        stat[4] = (byte) 0xfe;
        Files.write(proc.resolve("7/stat"), stat);
        Files.writeString(proc.resolve("7/status"), "Name:\tx\nUid:\t0\t0\t0\t0\n");
        Files.writeString(proc.resolve("7/cmdline"), "/usr/bin/x\0--port\080\0");
        KnownProcesses saved = KnownProcesses.ofLinux(proc, new UserNames(Path.of("/etc/passwd")));
        ProcessDetails process = saved.process(7);
        assertThat(process.name()).endsWith("bad");
        assertThat(process.user()).isEqualTo("root");
        assertThat(process.commandLine()).isEqualTo("/usr/bin/x --port 80");
    }

    @Test
    void endedProcessHasNoDetailsButItsId() {
        ProcessDetails ended = processes.process(Integer.MAX_VALUE - 1);
        assertThat(ended.pid()).isEqualTo(Integer.MAX_VALUE - 1);
        assertThat(ended.name()).isNull();
        assertThat(ended.displayName()).isEqualTo("name unknown");
    }

    @Test
    void detailsAreReadOnceWhileTheProcessRuns() {
        int pid = (int) ProcessHandle.current().pid();
        ProcessDetails first = processes.process(pid);
        assertThat(processes.process(pid)).isSameAs(first);
        processes.retain(Set.of());
        assertThat(processes.process(pid)).isNotSameAs(first).isEqualTo(first);
    }

    /** Says that it runs, and waits to be ended. */
    static final class Waiting {

        public static void main(String[] args) throws IOException {
            System.out.write('!');
            System.out.flush();
            System.in.read();
        }
    }
}
