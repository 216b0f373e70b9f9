package dev.homeport.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.finding.Severity;
import dev.homeport.hosts.lint.HostsFinding;
import dev.homeport.hosts.lint.Lint;
import dev.homeport.hosts.lint.PortsInUse;
import dev.homeport.hosts.resolver.Settings;
import dev.homeport.hosts.source.Hosts;
import dev.homeport.platform.OsFamily;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the commands that findings name, on real files: what they were named for is gone, and nothing new is wrong. */
class FixCommandTests {

    @TempDir
    Path folder;

    private Path file;

    /** A {@code sudo} that changes nobody. */
    @BeforeEach
    void sudo() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs a shell");
        Path sudo = Files.writeString(folder.resolve("sudo"), "#!/bin/sh\nexec \"$@\"\n");
        Files.setPosixFilePermissions(sudo, PosixFilePermissions.fromString("rwxr-xr-x"));
        file = folder.resolve("hosts");
    }

    private List<HostsFinding> lint() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Hosts like = Samples.hosts(bytes, Settings.machine().build());
        return Lint.of(
                new Hosts(
                        OsFamily.LINUX,
                        file.toString(),
                        true,
                        like.facts(),
                        like.digest(),
                        false,
                        null,
                        like.file(),
                        like.settings()),
                PortsInUse.UNKNOWN);
    }

    private void run(String command) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
        shell.environment().merge("PATH", "", (path, nothing) -> folder + ":" + path);
        Process process = shell.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Set<String> serious(List<HostsFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(HostsFinding::id)
                .collect(Collectors.toSet());
    }

    private void mends(String id) throws Exception {
        byte[] before = Files.readAllBytes(file);
        List<HostsFinding> found = lint();
        HostsFinding finding =
                found.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        assertThat(finding.fix().command()).as(id).isNotNull();
        run(finding.fix().command());
        List<HostsFinding> left = lint();
        assertThat(left).extracting(HostsFinding::id).doesNotContain(id);
        assertThat(serious(found)).containsAll(serious(left));
        assertThat(Files.readAllBytes(folder.resolve("hosts.bak"))).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "H01, '::1 localhost ip6-localhost\n192.168.1.5 box\n'",
        "H01, '::1 localhost ip6-localhost\n192.168.1.5 box'",
        "H02, '127.0.0.1 localhost\n192.168.1.5 box'",
        "H17, '127.0.0.1 localhost\n::1 localhost ip6-localhost'",
        "H23, '127.0.0.1 localhost\r\n::1 localhost\r\n192.168.1.5 box'",
        "H03, '127.0.0.1 localhost\n::1 localhost ip6-localhost\n10.0.0.1 localhost\n192.168.1.5 box\n'",
        "H04, '127.0.0.5\tlocalhost\n::1 localhost ip6-localhost\n192.168.1.5 box\n'",
        "H07, '127.0.0.1 localhost\r::1 localhost ip6-localhost\r192.168.1.5 box\r'",
        "H08, '127.0.0.1 localhost\r\n::1 localhost ip6-localhost\n192.168.1.5 box\rother\n'",
        "H09, '127.0.0.1 localhost\n::1 localhost ip6-localhost\n192.168.1.5 box'",
        "H10, '127.0.0.1 localhost\n10.0.0.1:80 a\n::1 localhost ip6-localhost\n192.168.1.5 box\nnonsense\n'",
        "H26, '127.0.0.1 localhost\n  ::1 localhost ip6-localhost\n192.168.1.5 box\n'",
        "H34, '127.0.0.1 localhost\n10.0.0.1\n::1 localhost ip6-localhost\n192.168.1.5 box\n'"
    })
    void commandMendsWhatItIsNamedFor(String id, String text) throws Exception {
        Files.writeString(file, text);
        mends(id);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-16", "x-UTF-16LE-BOM"})
    void utf16BecomesUtf8(String charset) throws Exception {
        String text = "127.0.0.1 localhost\n::1 localhost ip6-localhost\n192.168.1.5 box # b\u00fcro\n";
        Files.write(file, text.getBytes(Charset.forName(charset)));
        mends("H06");
        assertThat(file).hasContent(text);
    }

    @Test
    void markIsTakenAway() throws Exception {
        Files.writeString(file, "\ufeff127.0.0.1 localhost\n::1 localhost ip6-localhost\n192.168.1.5 box\n");
        mends("H06");
    }

    @Test
    void zerosAreTakenAway() throws Exception {
        Files.writeString(file, "127.0.0.1 localhost\n::1 localhost ip6-localhost\n192.168.1.5 box\0\n");
        mends("H06");
    }

    /** What tools for lines would spoil is left to the reader until its encoding is mended. */
    @ParameterizedTest
    @CsvSource({"UTF-16LE", "x-UTF-16LE-BOM"})
    void nothingElseIsCommandedOfAFileThatIsNotRead(String charset) throws IOException {
        Files.write(file, "  10.0.0.1:80 a\r\n".getBytes(Charset.forName(charset)));
        assertThat(lint())
                .filteredOn(finding -> finding.fix().command() != null)
                .extracting(HostsFinding::id)
                .containsExactly("H06");
        assertThat(lint())
                .filteredOn(finding -> finding.id().equals("H10"))
                .allMatch(finding -> finding.fix().note().startsWith("Mend its encoding first"));
    }

    /** A line with another name on it is not deleted. */
    @Test
    void otherNamesOnTheLineAreNotLost() throws IOException {
        Files.writeString(file, "127.0.0.1 localhost\n10.0.0.1 app.localhost other.test\n");
        assertThat(lint())
                .filteredOn(finding -> finding.id().equals("H03"))
                .allMatch(finding -> finding.fix().command() == null);
    }
}
